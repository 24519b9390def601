package dev.tarn.identity;

import static dev.tarn.identity.internal.ProfileRules.clip;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import java.time.Duration;
import java.util.Map;

/** Every error of this room, in the vendor's codes. Details named {@code scimType} are for the SCIM dialect. */
public final class IdentityErrors {
    private IdentityErrors() {}

    static AppException adminNeeded(Caller caller, String what) {
        return AppException.denied("%s may not %s: only workspace administrators may."
                .formatted(caller.principal().name(), what));
    }

    static AppException accountNotFound(String account) {
        return AppException.notFound(
                "Account %s does not exist here. An account's id is its metastore's: see Metastores.current."
                        .formatted(clip(account)));
    }

    static AppException credentialsNotAllowed(Principal owner) {
        return AppException.denied(
                "%s may not use personal access tokens in this workspace. Ask an administrator for CAN_USE on authorization/tokens."
                        .formatted(owner.name()));
    }

    static AppException principalNotFound(PrincipalKind kind, String id) {
        return AppException.notFound("%s with id %s not found.".formatted(words(kind), clip(id)));
    }

    /** Clients recognise these sentences when they adopt a principal that is there already. */
    static AppException exists(PrincipalKind kind, String name) {
        String message = switch (kind) {
            case USER -> "User with username %s already exists.";
            case SERVICE_PRINCIPAL -> "Service principal with application ID %s already exists.";
            case GROUP -> "Group with name %s already exists.";
        };
        return new AppException(ErrorKind.ALREADY_EXISTS, "RESOURCE_ALREADY_EXISTS", message.formatted(clip(name)));
    }

    public static AppException memberNotFound(String id) {
        return scim(
                "There is no user, group or service principal with id '%s' that could be a member.".formatted(clip(id)),
                "invalidValue");
    }

    public static AppException cycle(String group, String member) {
        return scim("Group '%s' cannot be a member of '%s': it contains it.".formatted(member, group), "invalidValue");
    }

    public static AppException tooDeep(int most) {
        return scim("Groups can be nested %d layers deep at most.".formatted(most), "invalidValue");
    }

    public static AppException builtIn(String group) {
        return scim(
                "The group '%s' is part of every workspace: it cannot be renamed or deleted, and everybody belongs to 'users' and 'account users'."
                        .formatted(group),
                "mutability");
    }

    static AppException immutable(String attribute) {
        return scim("'%s' cannot be changed.".formatted(attribute), "mutability");
    }

    public static AppException lastAdmin() {
        return scim("The workspace must keep at least one active administrator: add another one first.", "mutability");
    }

    public static AppException notSignedIn() {
        return new AppException(
                ErrorKind.UNAUTHENTICATED,
                "UNAUTHENTICATED",
                "Credential was not sent or is invalid, expired or revoked. Send a valid token: Authorization: Bearer <token>.");
    }

    static AppException badSignIn() {
        return new AppException(
                ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "The user name or the password is wrong.");
    }

    public static AppException badLink() {
        return new AppException(
                ErrorKind.UNAUTHENTICATED,
                "UNAUTHENTICATED",
                "This link was used already or has expired. Ask an administrator for another one.");
    }

    /** @param pause how long to wait; windows send it as {@code Retry-After} */
    static AppException throttled(Duration pause) {
        long seconds = Math.max(1, pause.toSeconds());
        return new AppException(
                ErrorKind.RESOURCE_EXHAUSTED,
                "REQUEST_LIMIT_EXCEEDED",
                "Too many failed attempts to sign in. Try again in %d seconds.".formatted(seconds),
                Map.of("retryAfterSeconds", String.valueOf(seconds)),
                null);
    }

    public static AppException csrf() {
        return AppException.denied(
                "The request did not come from a page of this server: send the header X-Tarn-Csrf with the session's value.");
    }

    static AppException loopbackOnly() {
        return new AppException(
                ErrorKind.UNAUTHENTICATED,
                "UNAUTHENTICATED",
                "Throwaway tokens are accepted from the server's own machine only.");
    }

    static AppException weakPassword(int shortest) {
        return AppException.invalid("A password needs %d to 200 characters.".formatted(shortest));
    }

    static AppException tokenNotFound(String id) {
        return AppException.notFound("Token with id '%s' does not exist.".formatted(clip(id)));
    }

    static AppException tooManyTokens(int most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "QUOTA_EXCEEDED",
                "A principal can have at most %d tokens: revoke one first.".formatted(most));
    }

    static AppException tokensDisabled() {
        return new AppException(
                ErrorKind.PERMISSION_DENIED,
                "FEATURE_DISABLED",
                "Personal access tokens are switched off in this workspace (enableTokensConfig).");
    }

    static AppException lifetime(Duration longest) {
        return AppException.invalid("'lifetime_seconds' must be 1 to %d here.".formatted(longest.toSeconds()));
    }

    static AppException tooManySecrets(int most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "QUOTA_EXCEEDED",
                "A service principal can have at most %d secrets: delete one first.".formatted(most));
    }

    static AppException secretNotFound(String id) {
        return AppException.notFound("Secret with id '%s' does not exist.".formatted(clip(id)));
    }

    /** OAuth's own errors (RFC 6749 §5.2); the code is what the client sees as {@code error}. */
    public static AppException oauth(String error, String description) {
        ErrorKind kind = error.equals("invalid_client") ? ErrorKind.UNAUTHENTICATED : ErrorKind.INVALID_ARGUMENT;
        return new AppException(kind, error, description);
    }

    public static AppException workspaceNotFound(String id) {
        return AppException.notFound("Workspace %s does not exist.".formatted(clip(id)));
    }

    static AppException workspaceExists(String name) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS, "RESOURCE_ALREADY_EXISTS", "Workspace '%s' already exists.".formatted(name));
    }

    static AppException workspaceName(String name) {
        return AppException.invalid(
                "'%s' is not a name of a throwaway workspace: use 8 to 64 of a-z, 0-9 and single hyphens inside."
                        .formatted(clip(name)));
    }

    static AppException notThrowaway() {
        return AppException.denied("Only a throwaway workspace can be dropped, and only its clock can be moved.");
    }

    private static AppException scim(String message, String scimType) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT, "INVALID_PARAMETER_VALUE", message, Map.of("scimType", scimType), null);
    }

    private static String words(PrincipalKind kind) {
        return switch (kind) {
            case USER -> "User";
            case SERVICE_PRINCIPAL -> "Service principal";
            case GROUP -> "Group";
        };
    }
}
