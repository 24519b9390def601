package dev.tarn.settings;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import java.util.Collection;
import java.util.Map;

/** Every error of this room, in the vendor's codes. */
final class SettingsErrors {
    private SettingsErrors() {}

    static AppException adminsOnly(Caller caller) {
        return AppException.denied("%s may not use the workspace's settings: only workspace administrators may."
                .formatted(caller.principal().name()));
    }

    static AppException badRange(String text) {
        return AppException.invalid("'%s' is not an IP address or a CIDR range, such as 192.0.2.0/24 or 2001:db8::/32."
                .formatted(text.length() > 60 ? text.substring(0, 60) + "..." : text));
    }

    static AppException tooManyRanges(int most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "QUOTA_EXCEEDED",
                "All IP access lists of a workspace hold at most %d addresses and ranges. Join some of them."
                        .formatted(most));
    }

    static AppException locksOut(String address) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "INVALID_STATE",
                "With this change your own address (%s) could not reach the workspace any more. Allow it first, or take it out of the block list."
                        .formatted(address));
    }

    static AppException blocked(Caller caller) {
        return AppException.denied("Source IP address: %s is blocked by the IP access lists of workspace: %s"
                .formatted(caller.request().sourceAddress(), caller.workspace()));
    }

    static AppException notFound(String what, String id) {
        return AppException.notFound("%s '%s' does not exist.".formatted(what, id));
    }

    static AppException unknownKeys(Collection<String> keys) {
        return AppException.invalid("Invalid keys: %s. This server has no such workspace settings.".formatted(keys));
    }

    static AppException badValue(String key, String needed) {
        return AppException.invalid("The value of '%s' is not valid: use %s.".formatted(key, needed));
    }

    static AppException notSet(String name, String etag) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "RESOURCE_DOES_NOT_EXIST",
                "The setting '%s' has no value.".formatted(name),
                Map.of("etag", etag),
                null);
    }

    static AppException changedMeanwhile(String name, String etag) {
        return new AppException(
                ErrorKind.CONFLICT,
                "RESOURCE_CONFLICT",
                "The setting '%s' was changed meanwhile. Read it again and send its etag.".formatted(name),
                Map.of("etag", etag),
                null);
    }

    static AppException nameTaken(String what, String name) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "RESOURCE_ALREADY_EXISTS",
                "%s '%s' exists already. Choose another name.".formatted(what, name));
    }
}
