package dev.tarn.storage;

import java.nio.file.Path;
import java.util.List;

/**
 * Which parts of this machine's disk may be lent out.
 *
 * @param localRoots directories below which external locations may lie
 * @param own the server's own data; nothing that overlaps it is lent, but for local roots that lie in it
 * @param endpoints of the S3-compatible stores that may be called: scheme, host and port in lower case
 */
public record StorageConfig(List<Path> localRoots, Path own, List<String> endpoints) {
    public StorageConfig {
        endpoints = List.copyOf(endpoints);
        localRoots = List.copyOf(localRoots);
    }
}
