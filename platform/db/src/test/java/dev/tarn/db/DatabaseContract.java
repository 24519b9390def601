package dev.tarn.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Clocks;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store must do, whichever database keeps it. */
abstract class DatabaseContract {
    private Database db;

    abstract DatabaseConfig config();

    @BeforeEach
    void open() {
        db = Database.open(config(), List.of("example"));
        db.change(tx -> tx.update("DELETE FROM example_thing", Map.of()));
        db.change(tx -> tx.update("DELETE FROM platform_outbox", Map.of()));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void insert(Tx tx, String id, long amount) {
        tx.update(
                "INSERT INTO example_thing (id, note, amount, made_at, good) VALUES (:id, :note, :amount, :at, :good)",
                Map.of(
                        "id",
                        id,
                        "note",
                        Optional.empty(),
                        "amount",
                        amount,
                        "at",
                        Instant.ofEpochMilli(5),
                        "good",
                        true));
    }

    private long count() {
        return number("SELECT count(*) FROM example_thing", Map.of());
    }

    private long number(String sql, Map<String, ?> values) {
        return db.read(tx -> tx.number(sql, values));
    }

    @Test
    void valuesComeBackAsTheyWereBound() {
        db.change(tx -> insert(tx, "a", Long.MAX_VALUE));
        boolean found = db.read(tx -> tx.find("SELECT * FROM example_thing WHERE id = :id", Map.of("id", "a"), row -> {
                    assertEquals(Optional.empty(), row.findText("note"));
                    assertEquals(Long.MAX_VALUE, row.number("amount"));
                    assertEquals(Instant.ofEpochMilli(5), row.instant("made_at"));
                    assertTrue(row.bool("good"));
                    return true;
                })
                .orElseThrow());
        assertTrue(found);
    }

    @Test
    void collectionsAreBoundAsLists() {
        db.change(tx -> List.of("a", "b", "c").forEach(id -> insert(tx, id, 1)));
        List<String> found = db.read(tx -> tx.list(
                "SELECT id FROM example_thing WHERE id IN (<ids>) ORDER BY id",
                Map.of("ids", Set.of("a", "c", "z")),
                row -> row.text("id")));
        assertEquals(List.of("a", "c"), found);
        assertEquals(0, number("SELECT count(*) FROM example_thing WHERE id IN (<ids>)", Map.of("ids", List.of())));
    }

    @Test
    void aFailureUndoesItsTransactionAndReachesTheCaller() {
        assertThrows(
                IllegalArgumentException.class,
                () -> db.change(tx -> {
                    insert(tx, "a", 1);
                    throw new IllegalArgumentException("no");
                }));
        assertEquals(0, count());
    }

    @Test
    void readersMayNotWrite() {
        assertThrows(
                RuntimeException.class,
                () -> db.read(tx -> {
                    insert(tx, "a", 1);
                    return true;
                }));
        assertEquals(0, count());
    }

    @Test
    void nestingIsRefused() {
        assertThrows(IllegalStateException.class, () -> db.write(tx -> db.read(inner -> 1)));
        assertThrows(IllegalStateException.class, () -> db.read(tx -> db.write(inner -> 1)));
    }

    @Test
    void manyWritersLoseNothingAndAFailingOneUndoesOnlyItself() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        AtomicInteger refused = new AtomicInteger();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int number = i;
            work.add(pool.submit(() -> {
                try {
                    db.change(tx -> {
                        insert(tx, "row-" + number, number);
                        if (number % 10 == 0) {
                            throw new IllegalStateException("tenth");
                        }
                    });
                } catch (IllegalStateException e) {
                    refused.incrementAndGet();
                }
            }));
        }
        for (Future<?> future : work) {
            future.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertEquals(40, refused.get());
        assertEquals(360, count());
    }

    @Test
    void theStoreOpensAgainWithItsRows() {
        db.change(tx -> insert(tx, "a", 1));
        db.close();
        db = Database.open(config(), List.of("example"));
        assertEquals(1, count());
    }

    @Test
    void anEventIsDeliveredAfterItsCommitAndNeverWithoutIt() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch delivered = new CountDownLatch(1);
        try (Outbox outbox = new Outbox(db, Clocks.system())) {
            outbox.on("made", event -> {
                seen.add(event.payload());
                delivered.countDown();
            });
            outbox.start();
            assertThrows(
                    IllegalStateException.class,
                    () -> db.change(tx -> {
                        tx.emit("made", new WorkspaceId(1), "\"lost\"", Instant.ofEpochMilli(1));
                        throw new IllegalStateException("no");
                    }));
            db.change(tx -> tx.emit("made", new WorkspaceId(1), "\"kept\"", Instant.ofEpochMilli(2)));
            assertTrue(delivered.await(30, TimeUnit.SECONDS));
        }
        assertEquals(Set.of("\"kept\""), seen);
    }

    @Test
    void anEventWhoseHandlerFailsIsKept() {
        AtomicInteger attempts = new AtomicInteger();
        try (Outbox outbox = new Outbox(db, Clocks.system())) {
            outbox.on("made", event -> {
                attempts.incrementAndGet();
                throw new IllegalStateException("not now");
            });
            db.change(tx -> tx.emit("made", new WorkspaceId(1), "{}", Instant.ofEpochMilli(1)));
            outbox.drain();
        }
        assertEquals(1, attempts.get());
        assertEquals(1, number("SELECT attempts FROM platform_outbox", Map.of()));
    }
}
