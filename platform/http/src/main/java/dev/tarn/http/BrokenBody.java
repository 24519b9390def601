package dev.tarn.http;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request's body did not come whole. Handlers undo what they began and let it pass; the server answers it. */
public final class BrokenBody extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient AppException answer;

    private BrokenBody(ErrorKind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.answer = new AppException(kind, code, message);
    }

    /** The client went away, or broke the protocol. */
    public static BrokenBody lost(@Nullable Throwable cause) {
        return new BrokenBody(
                ErrorKind.INVALID_ARGUMENT, "BAD_REQUEST", "The request body ended early. Send it again.", cause);
    }

    public static BrokenBody silent(long seconds) {
        return new BrokenBody(
                ErrorKind.INVALID_ARGUMENT,
                "BAD_REQUEST",
                "Nothing of the request body came for " + seconds + " seconds. Send it again.",
                null);
    }

    public static BrokenBody tooLong(long maxBytes) {
        return new BrokenBody(
                ErrorKind.TOO_LARGE,
                "REQUEST_LIMIT_EXCEEDED",
                "The request body is larger than the " + maxBytes + " bytes that this path takes. Send less.",
                null);
    }

    /** What the client is told. */
    public AppException answer() {
        return answer;
    }
}
