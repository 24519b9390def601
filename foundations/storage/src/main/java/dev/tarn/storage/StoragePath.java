package dev.tarn.storage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a place, in its one normal form: {@code file:/directory/...}, without a slash at its end. Nothing that one system could
 * read otherwise than another is in it: no {@code .} or {@code ..}, no escapes, no query.
 */
public record StoragePath(String uri) {
    private static final int LONGEST = 2000;
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}\\p{M}._~!$&'()*+,;=:@-]+");
    private static final String FILE = "file:";

    /** Reads {@code file:/a/b}, {@code file:///a/b/} and {@code /a/b}. */
    public static StoragePath parse(@Nullable String text) {
        String uri = text == null ? "" : text;
        if (uri.length() > LONGEST) {
            throw StorageErrors.badPath(uri.substring(0, 100) + "...");
        }
        if (uri.startsWith("s3://") || uri.startsWith("s3a://")) {
            throw StorageErrors.noObjectStores();
        }
        String path = uri.startsWith(FILE) ? uri.substring(FILE.length()) : uri;
        if (path.startsWith("///")) {
            path = path.substring(2);
        }
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw StorageErrors.badPath(uri);
        }
        List<String> segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        for (String segment : segments) {
            if (segment.equals(".")
                    || segment.equals("..")
                    || !SEGMENT.matcher(segment).matches()) {
                throw StorageErrors.badPath(uri);
            }
        }
        return new StoragePath(FILE + "/" + String.join("/", segments));
    }

    static StoragePath of(Path path) {
        return parse(path.toAbsolutePath().normalize().toString());
    }

    /** Whether the other place is this one or lies in it. */
    public boolean contains(StoragePath other) {
        return other.uri.equals(uri) || other.uri.startsWith(uri.endsWith("/") ? uri : uri + "/");
    }

    public boolean overlaps(StoragePath other) {
        return contains(other) || other.contains(this);
    }

    /** The place on this machine. */
    public Path local() {
        return Path.of(uri.substring(FILE.length()));
    }

    @Override
    public String toString() {
        return uri;
    }
}
