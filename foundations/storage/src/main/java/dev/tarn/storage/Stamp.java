package dev.tarn.storage;

import dev.tarn.core.Caller;
import java.time.Instant;

/** When and by whom an object was made and last changed; names, as they were then. */
public record Stamp(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {
    static Stamp of(Caller caller, Instant now) {
        String who = caller.principal().name();
        return new Stamp(now, who, now, who);
    }

    Stamp updated(Caller caller, Instant now) {
        return new Stamp(createdAt, createdBy, now, caller.principal().name());
    }
}
