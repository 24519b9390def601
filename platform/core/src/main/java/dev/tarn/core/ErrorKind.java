package dev.tarn.core;

/**
 * What went wrong, independent of any wire protocol. The only place where a failure meets a status: HTTP for REST, gRPC for
 * Spark Connect, SQLSTATE for SQL sessions. The statuses are those that the vendor's SDKs map to exception classes
 * (databricks-sdk-go {@code apierr/error_mapping.go}); 429 and 5xx are retried by clients, so nothing else uses them.
 */
public enum ErrorKind {
    INVALID_ARGUMENT(400, 3, "22023"),
    FAILED_PRECONDITION(400, 9, "55000"),
    UNAUTHENTICATED(401, 16, "28000"),
    PERMISSION_DENIED(403, 7, "42501"),
    NOT_FOUND(404, 5, "42704"),
    UNIMPLEMENTED(404, 12, "0A000"),
    METHOD_NOT_ALLOWED(405, 12, "0A000"),
    ALREADY_EXISTS(409, 6, "42710"),
    CONFLICT(409, 10, "40001"),
    PRECONDITION_FAILED(412, 9, "55000"),
    TOO_LARGE(413, 8, "54000"),
    RESOURCE_EXHAUSTED(429, 8, "53000"),
    CANCELLED(499, 1, "57014"),
    INTERNAL(500, 13, "XX000"),
    UNAVAILABLE(503, 14, "57P03"),
    DEADLINE_EXCEEDED(504, 4, "57014");

    private final int httpStatus;
    private final int grpcStatus;
    private final String sqlState;

    ErrorKind(int httpStatus, int grpcStatus, String sqlState) {
        this.httpStatus = httpStatus;
        this.grpcStatus = grpcStatus;
        this.sqlState = sqlState;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int grpcStatus() {
        return grpcStatus;
    }

    /** Five characters, used where the error itself brings no more exact SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }
}
