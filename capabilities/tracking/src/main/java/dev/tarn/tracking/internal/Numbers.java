package dev.tarn.tracking.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Short keys for rows: they grow with time, so that what is written together lies together, and begin at random within their
 * millisecond, so that two servers on one database do not meet.
 */
public final class Numbers {
    private static final int BITS_PER_MILLISECOND = 20;

    private final AtomicLong last = new AtomicLong();
    private final SecureRandom random = new SecureRandom();

    public long next(Instant now) {
        long least = (now.toEpochMilli() << BITS_PER_MILLISECOND) + random.nextInt(1 << (BITS_PER_MILLISECOND - 1));
        return last.updateAndGet(previous -> previous < least ? least : previous + 1);
    }
}
