package dev.tarn.access;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.WorkspaceId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every error of this room, in the vendor's codes. */
final class AccessErrors {
    private AccessErrors() {}

    static AppException denied(Caller caller, Rule rule, SecurableType type, String name) {
        return AppException.denied("%s does not have %s on %s '%s'. Ask its owner to grant it."
                .formatted(caller.principal().name(), needed(rule), type.words(), name));
    }

    static AppException gateClosed(Caller caller, SecurableType type, String name) {
        return AppException.denied("%s does not have %s on %s '%s'. Ask its owner to grant it."
                .formatted(
                        caller.principal().name(),
                        type.gate().map(Privilege::words).orElse("access"),
                        type.words(),
                        name));
    }

    static AppException principalNotFound(String name) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "PRINCIPAL_DOES_NOT_EXIST",
                "Could not find principal with name '%s'. Use a user's e-mail, a group's name or a service principal's application id."
                        .formatted(name));
    }

    static AppException boundReadOnly(Caller caller, SecurableType type, String name) {
        return AppException.denied(
                "%s '%s' is bound to workspace %s for reading only. Work in a workspace with a read-write binding."
                        .formatted(type.words(), name, caller.workspace()));
    }

    static AppException workspaceNotFound(WorkspaceId workspace) {
        return AppException.invalid(
                "Workspace %s is not attached to this metastore: bind one that is.".formatted(workspace));
    }

    static AppException notGrantable(Privilege privilege, SecurableType type) {
        return AppException.invalid("Privilege %s is not applicable to %s. Applicable are: %s."
                .formatted(
                        privilege.words(),
                        type.words(),
                        Privilege.grantable(type).stream()
                                .map(Privilege::words)
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    private static String needed(Rule rule) {
        Set<String> names = new TreeSet<>();
        rule.anyOf().forEach(privilege -> names.add(privilege.words()));
        if (rule.manager()) {
            names.add(Privilege.MANAGE.words());
        }
        return names.isEmpty() ? "ownership" : String.join(" or ", names);
    }
}
