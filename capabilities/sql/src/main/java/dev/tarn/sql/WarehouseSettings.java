package dev.tarn.sql;

import dev.tarn.core.AppException;
import java.util.List;
import java.util.Optional;

/**
 * What a client chooses of a warehouse. Everything is given back as it was sent. Sizes, photon, serverless and spot policy
 * change nothing on one machine; clusters multiply the number of statements that run at once.
 *
 * @param clusterSize one of {@link #SIZES}
 * @param minClusters 1 to 30, at most {@code maxClusters}
 * @param maxClusters 1 to 40
 * @param autoStopMinutes without statements until the warehouse stops; 0 is never, else at least 10
 * @param type {@code CLASSIC}, {@code PRO} or {@code TYPE_UNSPECIFIED}
 */
public record WarehouseSettings(
        String clusterSize,
        long minClusters,
        long maxClusters,
        long autoStopMinutes,
        String type,
        boolean photon,
        Optional<Boolean> serverless,
        Optional<String> spotPolicy,
        Optional<Channel> channel,
        Optional<String> instanceProfile,
        List<Tag> tags) {
    /** The vendor's T-shirt sizes. */
    public static final List<String> SIZES = List.of(
            "2X-Small",
            "X-Small",
            "Small",
            "Medium",
            "Large",
            "X-Large",
            "2X-Large",
            "3X-Large",
            "4X-Large",
            "5X-Large");

    public static final WarehouseSettings DEFAULT = new WarehouseSettings(
            "2X-Small",
            1,
            1,
            120,
            "CLASSIC",
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    private static final int MOST_TAGS = 45;

    /** Which version of the engine is wanted; both texts are given back only. */
    public record Channel(Optional<String> name, Optional<String> version) {}

    /** A label; keys are unique. */
    public record Tag(String key, String value) {
        public Tag {
            if (key.isEmpty() || key.length() > 127 || value.length() > 255) {
                throw AppException.invalid("A tag's key has 1 to 127 characters and its value at most 255: '"
                        + (key.length() > 127 ? key.substring(0, 127) + "..." : key) + "'.");
            }
        }
    }

    public WarehouseSettings {
        tags = List.copyOf(tags);
        if (!SIZES.contains(clusterSize)) {
            throw AppException.invalid(
                    "'cluster_size' must be one of %s, not '%s'.".formatted(String.join(", ", SIZES), clusterSize));
        }
        if (maxClusters < 1 || maxClusters > 40) {
            throw AppException.invalid("'max_num_clusters' must be 1 to 40, not " + maxClusters + ".");
        }
        if (minClusters < 1 || minClusters > Math.min(maxClusters, 30)) {
            throw AppException.invalid("'min_num_clusters' must be 1 to 30 and at most 'max_num_clusters' (%d), not %d."
                    .formatted(maxClusters, minClusters));
        }
        if (autoStopMinutes != 0 && (autoStopMinutes < 10 || autoStopMinutes > 1_000_000)) {
            throw AppException.invalid("'auto_stop_mins' must be 0, which means never, or at least 10, not %d."
                    .formatted(autoStopMinutes));
        }
        if (tags.size() > MOST_TAGS) {
            throw AppException.invalid("A warehouse has at most " + MOST_TAGS + " tags, not " + tags.size() + ".");
        }
        if (tags.stream().map(Tag::key).distinct().count() != tags.size()) {
            throw AppException.invalid("A tag's key appears twice in 'tags'.");
        }
    }
}
