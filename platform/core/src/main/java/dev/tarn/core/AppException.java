package dev.tarn.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that a caller is meant to see. Rooms build it in their {@code XErrors} factories, whose messages say
 * problem, cause and remedy; windows render it in the dialect of their protocol. Any other exception is a bug.
 */
public final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    private final transient Map<String, String> details;

    public AppException(ErrorKind kind, String code, String message) {
        this(kind, code, message, Map.of(), null);
    }

    /**
     * @param kind what went wrong, independent of protocol
     * @param code the vendor's code, such as {@code SCHEMA_DOES_NOT_EXIST}
     * @param message one or two sentences: problem, cause, remedy
     * @param details machine-readable metadata, such as {@code sqlState} or {@code field}
     */
    public AppException(
            ErrorKind kind, String code, String message, Map<String, String> details, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> details() {
        return details;
    }

    /** The SQLSTATE that the error brings, else that of its kind. */
    public String sqlState() {
        return details.getOrDefault("sqlState", kind.sqlState());
    }

    /** 400 INVALID_PARAMETER_VALUE, the vendor's answer to input of the wrong form. */
    public static AppException invalid(String message) {
        return new AppException(ErrorKind.INVALID_ARGUMENT, "INVALID_PARAMETER_VALUE", message);
    }

    /** 403 PERMISSION_DENIED: the caller may see the object but not do this with it. */
    public static AppException denied(String message) {
        return new AppException(ErrorKind.PERMISSION_DENIED, "PERMISSION_DENIED", message);
    }

    /** 404 RESOURCE_DOES_NOT_EXIST, for objects that have no code of their own. */
    public static AppException notFound(String message) {
        return new AppException(ErrorKind.NOT_FOUND, "RESOURCE_DOES_NOT_EXIST", message);
    }

    /** 400 INVALID_STATE: right input at the wrong time. */
    public static AppException invalidState(String message) {
        return new AppException(ErrorKind.FAILED_PRECONDITION, "INVALID_STATE", message);
    }
}
