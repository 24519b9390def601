package dev.tarn.files;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the room.
 *
 * @param folder the server's own, for the DBFS roots and for uploads that are not complete
 * @param dbfsRoot whether workspaces have a DBFS root at all
 * @param maxFileBytes longest file that may be written
 * @param uploadLifetime how long an upload in parts may take
 * @param longestLink the longest time for which a link works, whatever its maker asks
 */
public record FilesConfig(
        Path folder, boolean dbfsRoot, long maxFileBytes, Duration uploadLifetime, Duration longestLink) {
    public static FilesConfig of(Path folder, boolean dbfsRoot, long maxFileBytes) {
        return new FilesConfig(folder, dbfsRoot, maxFileBytes, Duration.ofDays(1), Duration.ofHours(1));
    }
}
