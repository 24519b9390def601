package dev.tarn.sql.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.sql.QueryFilter;
import dev.tarn.sql.QueryRecord;
import dev.tarn.sql.StatementInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the query history. */
public final class QueryStore {
    private static final String LIVE = "status IN ('QUEUED', 'RUNNING')";

    /**
     * Whose queries may be seen.
     *
     * @param all every one of the workspace
     * @param userId the caller's own
     * @param warehouses all on these
     */
    public record Scope(boolean all, String userId, Set<String> warehouses) {}

    /** Inserts records, or brings those that are there up to date. */
    public void save(Tx tx, Collection<QueryRecord> records) {
        tx.updateAll("""
                INSERT INTO sql_query (id, workspace, warehouse, user_id, user_name, query_text, statement_type, client,
                    status, submitted_at, started_at, executed_at, ended_at, rows_produced, bytes_produced, rows_read,
                    bytes_read, error_code, error_message, sql_state)
                VALUES (:id, :workspace, :warehouse, :userId, :userName, :text, :type, :client,
                    :status, :submitted, :started, :executed, :ended, :rowsProduced, :bytesProduced, :rowsRead,
                    :bytesRead, :errorCode, :errorMessage, :sqlState)
                ON CONFLICT (id) DO UPDATE SET statement_type = excluded.statement_type, status = excluded.status,
                    started_at = excluded.started_at, executed_at = excluded.executed_at, ended_at = excluded.ended_at,
                    rows_produced = excluded.rows_produced, bytes_produced = excluded.bytes_produced,
                    rows_read = excluded.rows_read, bytes_read = excluded.bytes_read,
                    error_code = excluded.error_code, error_message = excluded.error_message,
                    sql_state = excluded.sql_state
                """, records.stream().map(QueryStore::values).toList());
    }

    public Optional<QueryRecord> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM sql_query WHERE id = :id AND workspace = :workspace",
                Map.of("id", id, "workspace", workspace.value()),
                QueryStore::record);
    }

    /** Newest first, after the row whose {@link #sortKey} is given. */
    public List<QueryRecord> list(
            Tx tx, WorkspaceId workspace, Scope scope, QueryFilter filter, String after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM sql_query WHERE workspace = :workspace");
        Map<String, Object> values = new HashMap<>(Map.of("workspace", workspace.value(), "limit", limit));
        if (!scope.all()) {
            sql.append(" AND (user_id = :me OR warehouse IN (<monitored>))");
            values.put("me", scope.userId());
            values.put("monitored", scope.warehouses());
        }
        among(sql, values, "user_id", filter.userIds());
        among(sql, values, "warehouse", filter.warehouseIds());
        among(sql, values, "id", filter.statementIds());
        among(sql, values, "status", filter.statuses());
        filter.from().ifPresent(from -> {
            sql.append(" AND submitted_at >= :from");
            values.put("from", from);
        });
        filter.to().ifPresent(to -> {
            sql.append(" AND submitted_at <= :to");
            values.put("to", to);
        });
        position(after).ifPresent(position -> {
            sql.append(" AND (submitted_at < :afterTime OR (submitted_at = :afterTime AND id < :afterId))");
            values.put("afterTime", position.time());
            values.put("afterId", position.id());
        });
        sql.append(" ORDER BY submitted_at DESC, id DESC LIMIT :limit");
        return tx.list(sql.toString(), values, QueryStore::record);
    }

    /** Where a record stands in {@link #list}. */
    public static String sortKey(QueryRecord record) {
        return record.times().submitted().toEpochMilli() + " " + record.id();
    }

    /** Ends what an earlier process left unfinished. */
    public int failUnfinished(Tx tx, Instant now, StatementInfo.Failure failure) {
        return tx.update(
                "UPDATE sql_query SET status = 'FAILED', ended_at = :now, error_code = :code, error_message = :message,"
                        + " sql_state = :state WHERE " + LIVE,
                Map.of("now", now, "code", failure.code(), "message", failure.message(), "state", failure.sqlState()));
    }

    public List<WorkspaceId> workspaces(Tx tx) {
        return tx.list(
                "SELECT DISTINCT workspace FROM sql_query", Map.of(), row -> new WorkspaceId(row.number("workspace")));
    }

    public int deleteBefore(Tx tx, WorkspaceId workspace, Instant time) {
        return tx.update(
                "DELETE FROM sql_query WHERE workspace = :workspace AND submitted_at < :time",
                Map.of("workspace", workspace.value(), "time", time));
    }

    private record Position(long time, String id) {}

    /** A made-up position is as good as none. */
    private static Optional<Position> position(String after) {
        int space = after.indexOf(' ');
        if (space < 1 || !after.substring(0, space).chars().allMatch(Character::isDigit) || space > 18) {
            return Optional.empty();
        }
        return Optional.of(new Position(Long.parseLong(after.substring(0, space)), after.substring(space + 1)));
    }

    private static void among(StringBuilder sql, Map<String, Object> values, String column, Set<?> wanted) {
        if (!wanted.isEmpty()) {
            sql.append(" AND ").append(column).append(" IN (<").append(column).append("s>)");
            values.put(column + "s", wanted);
        }
    }

    private static Map<String, Object> values(QueryRecord record) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", record.id());
        values.put("workspace", record.workspace().value());
        values.put("warehouse", record.warehouseId());
        values.put("userId", record.user().id());
        values.put("userName", record.user().name());
        values.put("text", record.text());
        values.put("client", record.client());
        values.put("status", record.status());
        values.put("submitted", record.times().submitted());
        values.put("started", record.times().started());
        values.put("executed", record.times().executed());
        values.put("ended", record.times().ended());
        values.put("type", record.work().type());
        values.put("rowsProduced", record.work().rowsProduced());
        values.put("bytesProduced", record.work().bytesProduced());
        values.put("rowsRead", record.work().rowsRead());
        values.put("bytesRead", record.work().bytesRead());
        values.put("errorCode", record.error().map(StatementInfo.Failure::code));
        values.put("errorMessage", record.error().map(StatementInfo.Failure::message));
        values.put("sqlState", record.error().map(StatementInfo.Failure::sqlState));
        return values;
    }

    private static QueryRecord record(Row row) {
        return new QueryRecord(
                row.text("id"),
                new WorkspaceId(row.number("workspace")),
                row.text("warehouse"),
                new QueryRecord.User(row.text("user_id"), row.text("user_name")),
                row.text("query_text"),
                row.text("client"),
                row.value("status", QueryRecord.Status.class),
                new QueryRecord.Times(
                        row.instant("submitted_at"),
                        row.findInstant("started_at"),
                        row.findInstant("executed_at"),
                        row.findInstant("ended_at")),
                new QueryRecord.Work(
                        row.text("statement_type"),
                        row.number("rows_produced"),
                        row.number("bytes_produced"),
                        row.number("rows_read"),
                        row.number("bytes_read")),
                row.findText("error_code")
                        .map(code -> new StatementInfo.Failure(
                                code,
                                row.findText("error_message").orElse(""),
                                row.findText("sql_state").orElse(""))));
    }
}
