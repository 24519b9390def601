package dev.tarn.storage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a place, in its one normal form: {@code file:/directory/...} or {@code s3://bucket/folder/...}, without a slash at its end. Nothing that one system could
 * read otherwise than another is in it: no {@code .} or {@code ..}, no escapes, no query.
 */
public record StoragePath(String uri) {
    private static final int LONGEST = 2000;
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}\\p{M}._~!$&'()*+,;=:@-]+");
    private static final String FILE = "file:";
    private static final String S3 = "s3://";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /** Reads {@code file:/a/b}, {@code file:///a/b/}, {@code /a/b}, {@code s3://bucket/a} and {@code s3a://bucket/a}. */
    public static StoragePath parse(@Nullable String text) {
        String uri = text == null ? "" : text;
        if (uri.length() > LONGEST) {
            throw StorageErrors.badPath(uri.substring(0, 100) + "...");
        }
        if (uri.startsWith(S3) || uri.startsWith("s3a://")) {
            return object(uri, uri.substring(uri.indexOf("//") + 2));
        }
        String path = uri.startsWith(FILE) ? uri.substring(FILE.length()) : uri;
        if (path.startsWith("///")) {
            path = path.substring(2);
        }
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw StorageErrors.badPath(uri);
        }
        return new StoragePath(FILE + "/" + String.join("/", segments(uri, path)));
    }

    private static StoragePath object(String uri, String rest) {
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (!BUCKET.matcher(bucket).matches()) {
            throw StorageErrors.badPath(uri);
        }
        List<String> key = slash < 0 ? List.of() : segments(uri, rest.substring(slash));
        return new StoragePath(S3 + bucket + (key.isEmpty() ? "" : "/" + String.join("/", key)));
    }

    private static List<String> segments(String uri, String path) {
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
        return segments;
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

    /** Whether the place is on this machine's disk. */
    public boolean isLocal() {
        return uri.startsWith(FILE);
    }

    /** The bucket of an object store's place. */
    public String bucket() {
        String rest = uri.substring(S3.length());
        return rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
    }

    /** What follows the bucket, without slashes around it; empty for the bucket itself. */
    public String key() {
        String rest = uri.substring(S3.length());
        return rest.indexOf('/') < 0 ? "" : rest.substring(rest.indexOf('/') + 1);
    }

    /** The place on this machine. */
    public Path local() {
        if (!isLocal()) {
            throw StorageErrors.onlyLocal(this);
        }
        return Path.of(uri.substring(FILE.length()));
    }

    @Override
    public String toString() {
        return uri;
    }
}
