package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Packs answers that are in memory, for clients that ask. Files and streams go as they are: the server library would take half their
 * length as a buffer, and a packed part of a file is of no use to a client that continues a download.
 */
final class Compression {
    private static final int WORTH_IT_BYTES = 1024;
    private static final Pattern PACKABLE =
            Pattern.compile("text/.*|application/(.*\\+)?(json|xml|javascript).*|image/svg.*");
    private static final Pattern REFUSED = Pattern.compile("\\s*;\\s*q=0(\\.0*)?\\s*$");

    private Compression() {}

    static byte[] apply(RequestHeaders request, ResponseHeadersBuilder answer, byte[] body) {
        String type = answer.get(HttpHeaderNames.CONTENT_TYPE, "");
        if (body.length < WORTH_IT_BYTES
                || answer.contains(HttpHeaderNames.CONTENT_ENCODING)
                || !PACKABLE.matcher(type).matches()) {
            return body;
        }
        answer.set(HttpHeaderNames.VARY, "accept-encoding");
        if (!accepts(request, "gzip")) {
            return body;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer.set(HttpHeaderNames.CONTENT_ENCODING, "gzip");
        return packed.toByteArray();
    }

    /** Whether a client takes an encoding (RFC 9110 §12.5.3). */
    static boolean accepts(RequestHeaders request, String encoding) {
        return Arrays.stream(request.get(HttpHeaderNames.ACCEPT_ENCODING, "")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .filter(offer -> offer.split(";", 2)[0].strip().equals(encoding))
                .anyMatch(offer -> !REFUSED.matcher(offer).find());
    }
}
