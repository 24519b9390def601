package dev.tarn.settings;

import java.time.Instant;
import java.util.List;

/** Addresses that may, or may not, reach a workspace. @param blocks whether they may not */
public record IpAccessList(
        String id,
        String label,
        boolean blocks,
        List<IpRange> ranges,
        boolean enabled,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {
    public IpAccessList {
        ranges = List.copyOf(ranges);
    }

    boolean holds(String address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }
}
