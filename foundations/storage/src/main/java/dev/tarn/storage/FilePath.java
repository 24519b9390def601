package dev.tarn.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file or folder below the root of a {@link FileStore}: one segment for each folder on the way, none for the root itself.
 * A segment is what people call a file, in any script; nothing in it can mean another place to any system: no {@code .} or {@code ..},
 * no slash of either kind, no control character, and it is encodable.
 */
public record FilePath(List<String> segments) {
    /** Below every root, where uploads wait until they are whole; nobody reads or writes there by name. */
    public static final String RESERVED = ".tarn-uploads";

    private static final int LONGEST_SEGMENT_BYTES = 255;
    private static final int LONGEST_PATH_BYTES = 3000;

    public static final FilePath ROOT = new FilePath(List.of());

    public FilePath {
        segments = List.copyOf(segments);
        int bytes = 0;
        for (String segment : segments) {
            if (!isName(segment)) {
                throw StorageErrors.badFilePath(String.join("/", segments));
            }
            bytes += segment.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        if (bytes > LONGEST_PATH_BYTES
                || (!segments.isEmpty() && segments.get(0).equals(RESERVED))) {
            throw StorageErrors.badFilePath(String.join("/", segments));
        }
    }

    /** Reads {@code a/b}, {@code /a/b} and {@code /a/b/}; slashes that follow each other count as one. */
    public static FilePath parse(@Nullable String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : (text == null ? "" : text).split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return new FilePath(segments);
    }

    static boolean isName(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.codePoints().noneMatch(FilePath::refused)
                && segment.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SEGMENT_BYTES;
    }

    private static boolean refused(int character) {
        return character == '/'
                || character == '\\'
                || Character.isISOControl(character)
                || character == '\u2028'
                || character == '\u2029'
                || Character.getType(character) == Character.SURROGATE;
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    /** The last segment, or nothing for the root. */
    public String name() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    public Optional<FilePath> parent() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new FilePath(segments.subList(0, segments.size() - 1)));
    }

    public FilePath child(String name) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(name);
        return new FilePath(longer);
    }

    /** Whether the other one is this or lies in it. */
    public boolean contains(FilePath other) {
        return other.segments.size() >= segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    /** With slashes between the segments and none around them. */
    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
