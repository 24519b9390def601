package dev.tarn.files.rest;

import dev.tarn.core.AppException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code multipart/form-data} body (RFC 7578), part after part as it arrives: what is sent as a file takes no heap, whatever its length.
 * For one reading thread.
 */
final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:.*?[; ]name=\"([^\"]*)\"");
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_FIELD = 16 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean ended;

    /** A field of the form; its content is read before the next one is asked for. */
    record Part(String name, InputStream content) {
        /** The content of a short field. */
        String text() throws IOException {
            byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw AppException.invalid("The form's field '%s' is too long.".formatted(name));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private MultipartForm(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        buffer[0] = '\r'; // the first delimiter has no line before it
        buffer[1] = '\n';
        limit = 2;
    }

    /** @throws AppException INVALID_PARAMETER_VALUE if the type names no boundary */
    static MultipartForm of(String contentType, InputStream body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw AppException.invalid("A multipart/form-data body names its boundary in Content-Type.");
        }
        return new MultipartForm(body, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    /** The next part; empty after the last one. */
    Optional<Part> next() throws IOException {
        new Content().transferTo(java.io.OutputStream.nullOutputStream());
        position += delimiter.length;
        String rest = line();
        if (rest.startsWith("--")) {
            return Optional.empty();
        }
        String name = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            Matcher matcher = NAME.matcher(header);
            if (matcher.find()) {
                name = matcher.group(1);
            }
        }
        return Optional.of(new Part(name, new Content()));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < LONGEST_LINE) {
            if (position == limit && !fill()) {
                return line.toString(StandardCharsets.UTF_8).strip();
            }
            byte next = buffer[position++];
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(next);
        }
        throw broken();
    }

    /** Reads more; false at the end of the body. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
            return false;
        }
        limit += read;
        return true;
    }

    /** How many bytes of the part are at hand; 0 at its end. */
    private int ready() throws IOException {
        while (true) {
            int found = find();
            if (found >= 0) {
                return found - position;
            }
            int safe = limit - position - delimiter.length + 1;
            if (safe > 0) {
                return safe;
            }
            if (!fill()) {
                throw broken();
            }
        }
    }

    private int find() {
        for (int start = position; start <= limit - delimiter.length; start++) {
            if (buffer[start] == delimiter[0]
                    && Arrays.equals(buffer, start, start + delimiter.length, delimiter, 0, delimiter.length)) {
                return start;
            }
        }
        return -1;
    }

    private static AppException broken() {
        return AppException.invalid("The multipart/form-data body is not complete.");
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int ready = ready();
            if (ready == 0) {
                return -1;
            }
            int count = Math.min(ready, length);
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
