package dev.tarn.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down who guesses: after some failures under one key (an account, an address) the next attempt has to wait, twice as long
 * each time. Kept in memory: a restart forgives.
 */
public final class Throttle {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 100_000;

    private record Failures(int count, Instant last, Instant openAt) {}

    private final int free;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** @param free failures that cost nothing */
    public Throttle(int free) {
        this.free = free;
    }

    /** How long the next attempt has to wait, empty if it may be made now. */
    public Optional<Duration> pause(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || !known.openAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, known.openAt()));
    }

    public void failed(String key, Instant now) {
        if (failures.size() > MOST_KEYS) {
            forget(now);
        }
        failures.merge(key, new Failures(1, now, now), (known, any) -> {
            int count = known.last().plus(LONGEST).isBefore(now) ? 1 : known.count() + 1;
            int beyond = Math.min(count - free, 16);
            Duration wait = beyond <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << (beyond - 1));
            return new Failures(count, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        });
    }

    public void succeeded(String key) {
        failures.remove(key);
    }

    private void forget(Instant now) {
        for (Iterator<Failures> all = failures.values().iterator(); all.hasNext(); ) {
            if (all.next().openAt().plus(LONGEST).isBefore(now)) {
                all.remove();
            }
        }
        if (failures.size() > MOST_KEYS) {
            failures.clear();
        }
    }
}
