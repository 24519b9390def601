package dev.tarn.settings;

import java.time.Instant;

/**
 * Something that administrators define and other rooms may use.
 *
 * @param body JSON of the kind's own form; sealed in the store, because some hold passwords
 */
public record Definition(String id, Kind kind, String name, String body, Stamp stamp) {
    /** What can be defined. */
    public enum Kind {
        INIT_SCRIPT("Global init script"),
        CLUSTER_POLICY("Cluster policy"),
        NOTIFICATION_DESTINATION("Notification destination");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Who made and last changed it, by name, and when. */
    public record Stamp(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {}

    public Instant createdAt() {
        return stamp.createdAt();
    }

    public String createdBy() {
        return stamp.createdBy();
    }

    public Instant updatedAt() {
        return stamp.updatedAt();
    }

    public String updatedBy() {
        return stamp.updatedBy();
    }

    Definition withBody(String other) {
        return new Definition(id, kind, name, other, stamp);
    }
}
