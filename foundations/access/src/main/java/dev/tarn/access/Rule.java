package dev.tarn.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When an action is allowed. Every way also needs the gates (USE CATALOG, USE SCHEMA) of the containers above, except for who
 * owns one of the containers, and except for looking at metadata by BROWSE.
 *
 * @param anyOf one of these privileges, granted on the object or above it
 * @param owner whether owning the object itself is enough
 * @param manager whether MANAGE on the object or above, owning anything above it, or being metastore administrator is enough
 * @param visible whether merely being able to see the object is enough
 * @param inside whether the object's own gate must be open, too: for making something in a container
 */
public record Rule(Set<Privilege> anyOf, boolean owner, boolean manager, boolean visible, boolean inside) {
    private static final Set<Privilege> READING = Set.of(
            Privilege.SELECT,
            Privilege.READ_VOLUME,
            Privilege.READ_FILES,
            Privilege.EXECUTE,
            Privilege.EXTERNAL_USE_SCHEMA,
            Privilege.EXTERNAL_USE_LOCATION);

    public Rule {
        anyOf = Set.copyOf(anyOf);
    }

    /** The owner, or whoever holds one of these privileges: rights on data. */
    public static Rule owns(Privilege... privileges) {
        return new Rule(set(privileges), true, false, false, false);
    }

    /** Who manages the object (its owner, an owner above, MANAGE), or whoever holds one of these privileges. */
    public static Rule manages(Privilege... privileges) {
        return new Rule(set(privileges), true, true, false, false);
    }

    /** Whoever can see that the object exists. */
    public static Rule sees() {
        return new Rule(Set.of(), true, true, true, false);
    }

    /** The owner of a container, or whoever may enter it and holds one of these privileges: making something in it. */
    public static Rule creates(Privilege... privileges) {
        return new Rule(set(privileges), true, false, false, true);
    }

    /** Whether the rule is about looking or reading, which a workspace with a read-only binding may do. */
    public boolean reads() {
        return visible || (!anyOf.isEmpty() && READING.containsAll(anyOf));
    }

    private static Set<Privilege> set(Privilege... privileges) {
        Set<Privilege> set = EnumSet.noneOf(Privilege.class);
        set.addAll(List.of(privileges));
        return set;
    }
}
