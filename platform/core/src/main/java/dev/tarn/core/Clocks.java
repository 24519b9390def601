package dev.tarn.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Time, per workspace: a workspace's clock can be moved forward, so that tests and throwaway workspaces see retention, expiry
 * and schedules happen without waiting. Every use case reads the time here and nowhere else. Safe for use by many threads.
 */
public final class Clocks {
    private final Clock base;
    private final ConcurrentMap<WorkspaceId, Duration> offsets = new ConcurrentHashMap<>();

    public Clocks(Clock base) {
        this.base = base;
    }

    public static Clocks system() {
        return new Clocks(Clock.systemUTC());
    }

    public Instant now(WorkspaceId workspace) {
        return base.instant().plus(offsets.getOrDefault(workspace, Duration.ZERO));
    }

    public Instant now(Caller caller) {
        return now(caller.workspace());
    }

    /** The machine's time, for what belongs to no workspace. */
    public Instant machine() {
        return base.instant();
    }

    /** Moves one workspace's clock forward; time never goes back. */
    public void advance(WorkspaceId workspace, Duration by) {
        if (by.isNegative()) {
            throw AppException.invalid("A clock moves forward only, not by " + by + ".");
        }
        offsets.merge(workspace, by, Duration::plus);
    }
}
