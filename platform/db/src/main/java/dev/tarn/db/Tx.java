package dev.tarn.db;

import dev.tarn.core.AppException;
import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * An open transaction. Stores take one and never open their own. SQL is the common part of SQLite and PostgreSQL; values are
 * bound by name ({@code :name}), collections as {@code IN (<name>)}. Text, numbers, booleans (as 0 and 1), {@link Instant}
 * (as epoch milliseconds), enums (as their names), value types (by {@code toString}) and {@link Optional} of these (empty is
 * NULL) can be bound. One thread at a time.
 */
public final class Tx {
    private final Handle handle;
    private final boolean writable;
    private boolean emitted;

    Tx(Handle handle, boolean writable) {
        this.handle = handle;
        this.writable = writable;
    }

    /** Whether this transaction may change rows. */
    public boolean writable() {
        return writable;
    }

    /** Runs an INSERT, UPDATE or DELETE and returns the number of rows that it changed. */
    public int update(String sql, Map<String, ?> values) {
        try (var update = bind(handle.createUpdate(sql), values)) {
            return update.execute();
        }
    }

    /** Runs the same INSERT, UPDATE or DELETE for each set of values, in one round trip. */
    public void updateAll(String sql, Collection<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (Map<String, ?> row : rows) {
                row.forEach((name, value) -> batch.bind(name, plain(value)));
                batch.add();
            }
            batch.execute();
        }
    }

    /** The only row, if there is one; more than one is an error. */
    public <T> Optional<T> find(String sql, Map<String, ?> values, RowMapper<T> mapper) {
        try (Query query = bind(handle.createQuery(sql), values)) {
            return query.map((row, context) -> mapper.map(new Row(row))).findOne();
        }
    }

    public <T> List<T> list(String sql, Map<String, ?> values, RowMapper<T> mapper) {
        try (Query query = bind(handle.createQuery(sql), values)) {
            return query.map((row, context) -> mapper.map(new Row(row))).list();
        }
    }

    /** A number that the query always yields, such as a count. */
    public long number(String sql, Map<String, ?> values) {
        try (Query query = bind(handle.createQuery(sql), values)) {
            return query.mapTo(Long.class).one();
        }
    }

    /**
     * Announces something that happened, in this transaction: its handlers run after the commit, at least once, in order per
     * topic; see {@link Outbox}.
     *
     * @param payload JSON, without secrets
     */
    public void emit(String topic, WorkspaceId workspace, String payload, Instant at) {
        emitted = true;
        update(
                """
                INSERT INTO platform_outbox (id, topic, workspace, payload, emitted_at, attempts, due_at)
                VALUES (:id, :topic, :workspace, :payload, :at, 0, 0)
                """,
                Map.of("id", Ids.uuid(), "topic", topic, "workspace", workspace.value(), "payload", payload, "at", at));
    }

    boolean emitted() {
        return emitted;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Map<String, ?> values) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> collection) {
                statement.bindList(
                        EmptyHandling.NULL_KEYWORD,
                        name,
                        collection.stream().map(Tx::plain).toList());
            } else {
                statement.bind(name, plain(value));
            }
        });
        return statement;
    }

    private static @org.jspecify.annotations.Nullable Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : plain(optional.get());
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Number) {
            return value;
        }
        return storable(value.toString());
    }

    /** PostgreSQL keeps no text with a NUL in it, so none is taken anywhere. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw AppException.invalid("A text holds a NUL character, which cannot be stored. Leave it out.");
        }
        return text;
    }
}
