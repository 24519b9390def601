package dev.tarn.sql;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import java.util.Map;

/** Every error of this room, in the vendor's codes. */
public final class SqlErrors {
    private SqlErrors() {}

    static AppException noWarehouse(String id) {
        return AppException.notFound(
                "SQL warehouse %s does not exist, or you may not see it. List the warehouses to find its id."
                        .formatted(shown(id)));
    }

    static AppException warehouseNotCreatable(Caller caller) {
        return AppException.denied("%s may not create SQL warehouses: only workspace administrators may."
                .formatted(caller.principal().name()));
    }

    static AppException adminsOnly(Caller caller, String what) {
        return AppException.denied("%s may not %s: only workspace administrators may."
                .formatted(caller.principal().name(), what));
    }

    static AppException badWarehouseName(String name) {
        return AppException.invalid("A warehouse's name has 1 to 100 characters and none that cannot be printed: '%s'."
                .formatted(shown(name)));
    }

    static AppException warehouseNameTaken(String name) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "RESOURCE_ALREADY_EXISTS",
                "SQL warehouse with name '%s' already exists. Choose another name.".formatted(name));
    }

    static AppException noDefaultWarehouse(String user) {
        return AppException.notFound("There is no default warehouse of user %s.".formatted(shown(user)));
    }

    static AppException defaultWarehouseExists(String user) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "RESOURCE_ALREADY_EXISTS",
                "User %s has a default warehouse already. Update it, or delete it first.".formatted(shown(user)));
    }

    static AppException noStatement(String id) {
        return AppException.notFound(
                "Statement %s does not exist: it was never submitted by you, or its result has expired. Submit it again."
                        .formatted(shown(id)));
    }

    static AppException noProfile(String id) {
        return AppException.notFound(
                "Statement %s has no profile: the engine has not planned it yet, it ended before that, or the profile is older than seven days."
                        .formatted(shown(id)));
    }

    static AppException noResult(String id, StatementState state) {
        return AppException.invalidState(
                "Statement %s is %s and has no result. Poll it until it is SUCCEEDED.".formatted(id, state));
    }

    /** The result was freed, by its client, by its age or by a restart. */
    public static AppException closed(String id) {
        return AppException.notFound(
                "The result of statement %s is no longer available. Submit the statement again.".formatted(id));
    }

    static AppException noChunk(String id, long index, int chunks) {
        return AppException.invalid("Statement %s has no chunk %d: its result has %d chunks, numbered from 0."
                .formatted(id, index, chunks));
    }

    static AppException badLink() {
        return AppException.denied(
                "This link is not valid: it was changed, or it has expired. Ask for the chunk again.");
    }

    /** A result that the inline disposition cannot carry, in the vendor's words. */
    public static AppException inlineLimit(long bytes) {
        return AppException.invalid(
                "Inline byte limit exceeded. Statements executed with disposition=INLINE can have a result size of at most %d bytes. Please execute the statement with disposition=EXTERNAL_LINKS if you want to download the full result."
                        .formatted(bytes));
    }

    /** Result files would pass their quota, or the disk is full. */
    public static AppException noDisk(String reason) {
        return new AppException(
                ErrorKind.RESOURCE_EXHAUSTED,
                "RESOURCE_EXHAUSTED",
                "The result could not be stored: %s. Fetch or close other results, set a row_limit, or ask the administrator to raise tarn.sql.result-disk-bytes."
                        .formatted(reason),
                Map.of("sqlState", "53100"),
                null);
    }

    static AppException queueFull(String warehouse, int queued) {
        return new AppException(
                ErrorKind.RESOURCE_EXHAUSTED,
                "RESOURCE_EXHAUSTED",
                "SQL warehouse '%s' has %d statements waiting already. Try again later, or raise its max_num_clusters."
                        .formatted(warehouse, queued));
    }

    static AppException tooMuchText(long bytes) {
        return new AppException(
                ErrorKind.RESOURCE_EXHAUSTED,
                "RESOURCE_EXHAUSTED",
                "The statements that run or wait hold more than %d bytes of text. Try again later, or load data from files."
                        .formatted(bytes));
    }

    /** The statement was cancelled by its client or an administrator. */
    public static AppException cancelled(String reason) {
        return new AppException(ErrorKind.CANCELLED, "CANCELLED", reason, Map.of("sqlState", "HY008"), null);
    }

    /** The statement waited or ran too long. */
    public static AppException timedOut(String reason) {
        return new AppException(
                ErrorKind.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", reason, Map.of("sqlState", "57KD0"), null);
    }

    /** A bug of ours inside a statement: the log has it, the client gets its id. */
    public static AppException internal(String id, Throwable cause) {
        return new AppException(
                ErrorKind.INTERNAL,
                "INTERNAL_ERROR",
                "Something went wrong on our side; the log has it under statement " + id + ".",
                Map.of(),
                cause);
    }

    private static String shown(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
