package dev.tarn.git;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One change of a git folder at a time, and few on the server, as each holds a branch's files in memory. */
final class Turns {
    private static final int AT_ONCE = 4;
    private static final long WAIT_SECONDS = 60;

    private final ConcurrentMap<Long, ReentrantLock> folders = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @throws dev.tarn.core.AppException RESOURCE_CONFLICT or REQUEST_LIMIT_EXCEEDED after a minute of waiting */
    <T> T take(long folder, Supplier<T> work) {
        ReentrantLock lock = folders.computeIfAbsent(folder, any -> new ReentrantLock(true));
        try {
            if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw GitErrors.busy();
            }
            try {
                if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw GitErrors.tooBusy();
                }
                try {
                    return work.get();
                } finally {
                    places.release();
                }
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GitErrors.busy();
        }
    }

    void forget(long folder) {
        folders.remove(folder);
    }
}
