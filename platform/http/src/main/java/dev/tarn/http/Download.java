package dev.tarn.http;

import dev.tarn.core.AppException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something of known length that clients may fetch in parts, continue, and keep: ranges (RFC 9110 §14) and conditions (§13). One range
 * a request is served; of several, none, which §14.2 allows.
 *
 * @param etag without quotes; changes whenever the bytes do
 * @param source gives any stretch of the content
 */
public record Download(String contentType, long length, String etag, Instant lastModified, Source source) {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    /** Gives a stretch of the content. */
    @FunctionalInterface
    public interface Source {
        Content part(long offset, long length);
    }

    private record Range(long first, long length) {}

    /**
     * A file as it is now; its ETag is made of its size and time.
     *
     * @throws AppException NOT_FOUND if it is gone
     */
    public static Download file(String contentType, Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Instant modified = attributes.lastModifiedTime().toInstant();
            String etag = Long.toHexString(attributes.size()) + "-"
                    + Long.toHexString(modified.getEpochSecond() * 1_000_000_000L + modified.getNano());
            return new Download(
                    contentType,
                    attributes.size(),
                    etag,
                    modified,
                    (offset, length) -> new Content.Part(path, offset, length));
        } catch (NoSuchFileException e) {
            throw AppException.notFound("The file does not exist any more.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 200, 206, 304, 412 or 416, as the request's conditions and range ask. */
    public Response answer(Request request) {
        if (changedSince(request)) {
            return validators(Response.empty(412));
        }
        if (knownAlready(request)) {
            return validators(Response.empty(304));
        }
        Optional<String> asked = request.header("range")
                .filter(range -> request.method().equals("GET"))
                .filter(range -> sameAsBefore(request));
        if (asked.isEmpty() || !asked.get().matches("bytes=\\s*(\\d{1,18}\\s*-\\s*(\\d{1,18})?|-\\s*\\d{1,18})\\s*")) {
            return validators(Response.of(200, contentType, source.part(0, length)));
        }
        Optional<Range> range = range(asked.get().substring("bytes=".length()).replaceAll("\\s", ""));
        return range.map(part -> validators(Response.of(206, contentType, source.part(part.first(), part.length())))
                        .withHeader(
                                "Content-Range",
                                "bytes %d-%d/%d".formatted(part.first(), part.first() + part.length() - 1, length)))
                .orElseGet(() -> validators(Response.empty(416)).withHeader("Content-Range", "bytes */" + length));
    }

    private Response validators(Response response) {
        return response.withHeader("ETag", "\"" + etag + "\"")
                .withHeader("Last-Modified", httpDate(lastModified))
                .withHeader("Accept-Ranges", "bytes")
                .withHeader("Cache-Control", "private, no-cache");
    }

    private boolean changedSince(Request request) {
        return request.header("if-match")
                .map(condition -> !names(condition, false))
                .orElseGet(() -> request.header("if-unmodified-since")
                        .flatMap(Download::date)
                        .map(date -> seconds().isAfter(date))
                        .orElse(false));
    }

    private boolean knownAlready(Request request) {
        return request.header("if-none-match")
                .map(condition -> names(condition, true))
                .orElseGet(() -> request.header("if-modified-since")
                        .flatMap(Download::date)
                        .map(date -> !seconds().isAfter(date))
                        .orElse(false));
    }

    /** Whether a client that holds a part may have the rest (If-Range). */
    private boolean sameAsBefore(Request request) {
        return request.header("if-range")
                .map(held -> held.startsWith("\"")
                        ? held.equals("\"" + etag + "\"")
                        : date(held).map(seconds()::equals).orElse(false))
                .orElse(true);
    }

    private boolean names(String condition, boolean weakly) {
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(",", -1))
                        .map(String::strip)
                        .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("\"" + etag + "\"") || tag.equals(etag));
    }

    /** @param range such as {@code 5-9}, {@code 5-} or {@code -5} */
    private Optional<Range> range(String range) {
        int dash = range.indexOf('-');
        OptionalLong first = number(range.substring(0, dash));
        OptionalLong last = number(range.substring(dash + 1));
        if (first.isEmpty()) {
            long wanted = Math.min(last.orElse(0), length);
            return wanted == 0 ? Optional.empty() : Optional.of(new Range(length - wanted, wanted));
        }
        long end = Math.min(last.orElse(Long.MAX_VALUE), length - 1);
        return first.getAsLong() > end
                ? Optional.empty()
                : Optional.of(new Range(first.getAsLong(), end - first.getAsLong() + 1));
    }

    private static OptionalLong number(String digits) {
        return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }

    private Instant seconds() {
        return lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String httpDate(Instant time) {
        return HTTP_DATE.format(time.atZone(ZoneOffset.UTC));
    }
}
