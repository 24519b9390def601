package dev.tarn.http;

import dev.tarn.core.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A route whose handler reads the body while it arrives, so that its size takes no heap. The caller is known before the first byte is
 * read; a slow reader slows the client down.
 *
 * @param maxBytes longest body, 0 for any
 * @param longestSilence how long a read waits for the client before the body counts as lost
 */
public record Upload(long maxBytes, Duration longestSilence, Handler handler) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Answers a request; blocking. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @param request has no body of its own
         * @param body read at most once; what is left unread is thrown away
         * @throws IOException {@link BrokenBody} from the body, passed on, is answered as the client's mistake; anything else is a bug
         */
        Response handle(Caller caller, Request request, InputStream body) throws IOException;
    }

    /** The same for a request of anybody. */
    @FunctionalInterface
    public interface OpenHandler {
        Response handle(Request request, InputStream body) throws IOException;
    }

    /** A body of any length. */
    public static Upload of(Handler handler) {
        return new Upload(0, PATIENCE, handler);
    }

    /** A longer one is answered 413, before it is read if the client says its length. */
    public static Upload upTo(long maxBytes, Handler handler) {
        return new Upload(maxBytes, PATIENCE, handler);
    }
}
