package dev.tarn.files;

import dev.tarn.core.AppException;
import dev.tarn.storage.FilePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clients call a file or folder: {@code /Volumes/catalog/schema/volume/...}, or a path in the workspace's DBFS root.
 *
 * @param volume empty for the DBFS root
 * @param path below it
 */
public record RemotePath(Optional<VolumeName> volume, FilePath path) {
    private static final String DBFS = "dbfs:";
    private static final String VOLUMES = "Volumes";

    /**
     * Reads a path of the Files API, which knows volumes alone.
     *
     * @throws AppException INVALID_PARAMETER_VALUE if it is none
     */
    public static RemotePath ofVolume(@Nullable String text) {
        RemotePath path = parse(text);
        if (path.volume().isEmpty()) {
            throw FilesErrors.notInAVolume(text);
        }
        return path;
    }

    /**
     * Reads a path of the DBFS API: {@code dbfs:/a/b} or {@code /a/b}; below {@code /Volumes} it is a volume's.
     *
     * @throws AppException INVALID_PARAMETER_VALUE if it is none
     */
    public static RemotePath parse(@Nullable String text) {
        String plain = text == null ? "" : text.startsWith(DBFS) ? text.substring(DBFS.length()) : text;
        if (!plain.startsWith("/")) {
            throw FilesErrors.notAbsolute(text);
        }
        FilePath whole = FilePath.parse(plain);
        List<String> parts = whole.segments();
        if (parts.isEmpty() || !parts.get(0).equals(VOLUMES)) {
            return new RemotePath(Optional.empty(), whole);
        }
        if (parts.size() < 4) {
            throw FilesErrors.notInAVolume(text);
        }
        return new RemotePath(
                Optional.of(new VolumeName(parts.get(1), parts.get(2), parts.get(3))),
                new FilePath(parts.subList(4, parts.size())));
    }

    public RemotePath with(FilePath other) {
        return new RemotePath(volume, other);
    }

    /** The path without a scheme, as answers have it. */
    public String text() {
        String root = volume.map(name -> "/Volumes/" + name.catalog() + "/" + name.schema() + "/" + name.volume())
                .orElse("");
        return path.isRoot() ? (root.isEmpty() ? "/" : root) : root + "/" + path;
    }

    @Override
    public String toString() {
        return text();
    }
}
