package dev.tarn.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the room may reach, and how much it takes.
 *
 * @param clones directory below which the clones lie
 * @param hosts that may be called over https: {@code name}, {@code name:port} or {@code *.name}
 * @param localRoots directories below which bare repositories of this machine may be used; none by default
 * @param mostBranchBytes of the files of one checked-out branch together
 * @param mostFiles of one checked-out branch
 * @param mostCloneBytes of one clone on disk, history included
 * @param timeout of one call to a git host
 */
public record GitConfig(
        Path clones,
        List<String> hosts,
        List<Path> localRoots,
        long mostBranchBytes,
        int mostFiles,
        long mostCloneBytes,
        Duration timeout) {
    public GitConfig {
        hosts = List.copyOf(hosts);
        localRoots = List.copyOf(localRoots);
    }
}
