package dev.tarn.sql.internal;

import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.engine.catalog.Column;
import dev.tarn.sql.QueryRecord;
import dev.tarn.sql.StatementInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code system.query.history}: the vendor's columns, as far as this server knows their values. */
public final class HistoryRelation {
    public static final List<Column> COLUMNS = List.of(
            column("workspace_id", "string"),
            column("statement_id", "string"),
            column("executed_by", "string"),
            column("execution_status", "string"),
            column("compute_type", "string"),
            column("warehouse_id", "string"),
            column("executed_by_user_id", "string"),
            column("statement_text", "string"),
            column("statement_type", "string"),
            column("error_message", "string"),
            column("client_application", "string"),
            column("total_duration_ms", "long"),
            column("waiting_at_capacity_duration_ms", "long"),
            column("execution_duration_ms", "long"),
            column("result_fetch_duration_ms", "long"),
            column("start_time", "timestamp"),
            column("end_time", "timestamp"),
            column("read_rows", "long"),
            column("produced_rows", "long"),
            column("read_bytes", "long"));

    private HistoryRelation() {}

    /** All rows, read page by page while the query runs. */
    public static Iterable<List<Object>> rows(Function<PageRequest, Page<QueryRecord>> pages) {
        return () -> new Iterator<>() {
            private Page<QueryRecord> page = pages.apply(PageRequest.first(PageRequest.MAXIMUM));
            private int position;

            @Override
            public boolean hasNext() {
                while (position == page.items().size() && page.next().isPresent()) {
                    page = pages.apply(new PageRequest(PageRequest.MAXIMUM, page.next()));
                    position = 0;
                }
                return position < page.items().size();
            }

            @Override
            public List<Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return row(page.items().get(position++));
            }
        };
    }

    @SuppressWarnings("NullAway") // rows of the engine's door hold null for NULL
    private static List<Object> row(QueryRecord query) {
        QueryRecord.Times times = query.times();
        @Nullable Object[] values = {
            query.workspace().toString(),
            query.id(),
            query.user().name(),
            query.status().name(),
            "WAREHOUSE",
            query.warehouseId(),
            query.user().id(),
            query.text(),
            query.work().type(),
            query.error().map(StatementInfo.Failure::message).orElse(null),
            query.client(),
            between(Optional.of(times.submitted()), times.ended()),
            between(Optional.of(times.submitted()), times.started()),
            between(times.started(), times.executed()),
            between(times.executed(), times.ended()),
            times.submitted(),
            times.ended().orElse(null),
            query.work().rowsRead(),
            query.work().rowsProduced(),
            query.work().bytesRead()
        };
        return new ArrayList<>(Arrays.asList(values));
    }

    private static @Nullable Long between(Optional<Instant> from, Optional<Instant> to) {
        return from.isPresent() && to.isPresent()
                ? Duration.between(from.get(), to.get()).toMillis()
                : null;
    }

    private static Column column(String name, String type) {
        return new Column(
                name,
                type.equals("long") ? "bigint" : type,
                "\"" + type + "\"",
                true,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
