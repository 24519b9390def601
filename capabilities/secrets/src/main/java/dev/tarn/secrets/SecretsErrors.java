package dev.tarn.secrets;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in the vendor's codes. None repeats a value. */
final class SecretsErrors {
    private SecretsErrors() {}

    static AppException scopeExists(String name) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "RESOURCE_ALREADY_EXISTS",
                "Scope %s already exists! Choose another name, or delete it first.".formatted(name));
    }

    static AppException noScope(String name) {
        return AppException.notFound("Scope %s does not exist! Create it, or list those there are.".formatted(name));
    }

    static AppException noSecret(String scope, String key) {
        return AppException.notFound("Secret does not exist with scope: %s and key: %s".formatted(scope, key));
    }

    static AppException noPrincipal(String principal) {
        return AppException.notFound(
                "There is no principal '%s' in this workspace. Use a user's e-mail, a group's name or a service principal's application id."
                        .formatted(principal));
    }

    static AppException noAcl(String scope, String principal) {
        return AppException.notFound(
                "Failed to get secret acl for principal: %s in scope: %s: there is none.".formatted(principal, scope));
    }

    static AppException denied(Caller caller, ScopePermission needed, String scope) {
        return AppException.denied("User %s does not have %s permission on scope: %s. Ask somebody who manages it."
                .formatted(caller.principal().name(), needed, scope));
    }

    static AppException badName(String what, String name) {
        return AppException.invalid(
                "The %s '%s' is not valid: use 1 to 128 letters, digits, dashes, underscores, periods, @ and /."
                        .formatted(what, name.length() > 60 ? name.substring(0, 60) + "..." : name));
    }

    static AppException limit(String message) {
        return new AppException(ErrorKind.INVALID_ARGUMENT, "RESOURCE_LIMIT_EXCEEDED", message);
    }

    static AppException tooLarge(int bytes, int most) {
        return AppException.invalid("The secret has %d bytes; at most %d (128 KB) can be kept.".formatted(bytes, most));
    }

    static AppException managerNotPossible() {
        return AppException.invalid(
                "'initial_manage_principal' can only be 'users', the group of everybody. Leave it out and put an ACL for others.");
    }

    static AppException notAdministrator(Caller caller) {
        return AppException.denied("%s may not rotate the master key: only administrators of a lasting workspace may."
                .formatted(caller.principal().name()));
    }
}
