package dev.tarn.access;

/**
 * Something a caller wants to do to a securable. Each room has one enum of its actions, which is its whole permission table;
 * the constants' names appear in the audit trail.
 */
public interface Action {
    /** The enum constant's name. */
    String name();

    Rule rule();

    /** Whether it is allowed from any workspace: only what decides over bindings itself, so that a securable cannot be lost. */
    default boolean fromAnyWorkspace() {
        return false;
    }

    /** The audit trail's name: {@code createTable} for {@code CREATE_TABLE}. */
    default String auditName() {
        StringBuilder camel = new StringBuilder();
        for (String word : name().split("_", -1)) {
            String lower = word.toLowerCase(java.util.Locale.ROOT);
            camel.append(
                    camel.isEmpty()
                            ? lower
                            : lower.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + lower.substring(1));
        }
        return camel.toString();
    }
}
