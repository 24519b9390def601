package dev.tarn.workspace.rest;

import dev.tarn.core.AppException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578): the fields by name, as bytes. */
final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*?[;\\s]name=\"([^\"]*)\"");
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    private MultipartForm() {}

    static boolean is(String contentType) {
        return contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    static Map<String, byte[]> read(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw broken("it names no boundary");
        }
        String name = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
        byte[] mark = ("--" + name).getBytes(StandardCharsets.ISO_8859_1);
        byte[] next = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, byte[]> fields = new HashMap<>();
        boolean first = true;
        int at = indexOf(body, mark, 0);
        while (at >= 0) {
            int start = at + (first ? mark.length : next.length);
            first = false;
            if (start + 2 > body.length || (body[start] == '-' && body[start + 1] == '-')) {
                return fields;
            }
            int headers = indexOf(body, END_OF_HEADERS, start);
            int end = headers < 0 ? -1 : indexOf(body, next, headers + 2);
            if (end < 0) {
                throw broken("it is cut off");
            }
            Matcher field = NAME.matcher(new String(body, start, headers - start, StandardCharsets.UTF_8));
            if (field.find()) {
                int from = headers + END_OF_HEADERS.length;
                fields.put(field.group(1), Arrays.copyOfRange(body, Math.min(from, end), end));
            }
            at = end;
        }
        throw broken("it does not begin with its boundary");
    }

    private static int indexOf(byte[] body, byte[] part, int from) {
        for (int i = Math.max(from, 0); i <= body.length - part.length; i++) {
            if (body[i] == part[0] && Arrays.equals(body, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    private static AppException broken(String reason) {
        return AppException.invalid("The form is not valid multipart/form-data: " + reason + ".");
    }
}
