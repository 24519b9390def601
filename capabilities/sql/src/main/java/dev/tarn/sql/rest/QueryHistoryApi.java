package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.ChannelInfo;
import com.databricks.sdk.service.sql.ChannelName;
import com.databricks.sdk.service.sql.ListQueriesResponse;
import com.databricks.sdk.service.sql.ListQueryHistoryRequest;
import com.databricks.sdk.service.sql.PlansState;
import com.databricks.sdk.service.sql.QueryHistoryService;
import com.databricks.sdk.service.sql.QueryInfo;
import com.databricks.sdk.service.sql.QueryMetrics;
import com.databricks.sdk.service.sql.QueryStatementType;
import com.databricks.sdk.service.sql.QueryStatus;
import com.databricks.sdk.service.sql.TimeRange;
import dev.tarn.core.Caller;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.sql.QueryFilter;
import dev.tarn.sql.QueryHistory;
import dev.tarn.sql.QueryRecord;
import dev.tarn.sql.QueryRecord.Status;
import dev.tarn.sql.StatementInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Query History API. */
public final class QueryHistoryApi implements QueryHistoryService {
    private final Caller caller;
    private final QueryHistory history;

    public QueryHistoryApi(Caller caller, QueryHistory history) {
        this.caller = caller;
        this.history = history;
    }

    @Override
    public ListQueriesResponse list(ListQueryHistoryRequest request) {
        boolean metrics = Boolean.TRUE.equals(request.getIncludeMetrics());
        var page = history.list(
                caller, filter(request.getFilterBy()), PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListQueriesResponse()
                .setRes(page.items().stream().map(query -> info(query, metrics)).toList())
                .setHasNextPage(page.next().isPresent())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    private static QueryFilter filter(com.databricks.sdk.service.sql.@Nullable QueryFilter filter) {
        if (filter == null) {
            return QueryFilter.ALL;
        }
        TimeRange range = filter.getQueryStartTimeRange();
        return new QueryFilter(
                set(filter.getUserIds(), String::valueOf),
                set(filter.getWarehouseIds(), Function.identity()),
                set(filter.getStatementIds(), Function.identity()),
                statuses(filter.getStatuses()),
                range == null ? Optional.empty() : instant(range.getStartTimeMs()),
                range == null ? Optional.empty() : instant(range.getEndTimeMs()));
    }

    /** The API knows more states of a running query than this server does. */
    private static Set<Status> statuses(@Nullable Collection<QueryStatus> wanted) {
        return set(wanted, status -> switch (status) {
            case QUEUED -> Status.QUEUED;
            case FINISHED -> Status.FINISHED;
            case FAILED -> Status.FAILED;
            case CANCELED -> Status.CANCELED;
            case STARTED, COMPILING, COMPILED, RUNNING -> Status.RUNNING;
        });
    }

    private static QueryInfo info(QueryRecord query, boolean withMetrics) {
        Instant submitted = query.times().submitted();
        QueryInfo info = new QueryInfo()
                .setQueryId(query.id())
                .setQueryText(query.text())
                .setStatus(QueryStatus.valueOf(query.status().name()))
                .setIsFinal(query.status().last())
                .setStatementType(type(query.work().type()))
                .setQueryStartTimeMs(submitted.toEpochMilli())
                .setUserId(number(query.user().id()))
                .setUserName(query.user().name())
                .setExecutedAsUserId(number(query.user().id()))
                .setExecutedAsUserName(query.user().name())
                .setWarehouseId(query.warehouseId())
                .setEndpointId(query.warehouseId())
                .setRowsProduced(query.work().rowsProduced())
                .setClientApplication(query.client())
                .setPlansState(PlansState.EMPTY)
                .setChannelUsed(new ChannelInfo().setName(ChannelName.CHANNEL_NAME_CURRENT));
        query.error().map(StatementInfo.Failure::message).ifPresent(info::setErrorMessage);
        query.times()
                .ended()
                .ifPresent(ended -> info.setQueryEndTimeMs(ended.toEpochMilli())
                        .setExecutionEndTimeMs(
                                query.times().executed().orElse(ended).toEpochMilli())
                        .setDuration(Duration.between(submitted, ended).toMillis()));
        return withMetrics ? info.setMetrics(metrics(query)) : info;
    }

    private static QueryMetrics metrics(QueryRecord query) {
        QueryRecord.Times times = query.times();
        QueryMetrics metrics = new QueryMetrics()
                .setRowsProducedCount(query.work().rowsProduced())
                .setRowsReadCount(query.work().rowsRead())
                .setReadBytes(query.work().bytesRead())
                .setNetworkSentBytes(query.work().bytesProduced())
                .setResultFromCache(false)
                .setOverloadingQueueStartTimestamp(times.submitted().toEpochMilli());
        between(Optional.of(times.submitted()), times.ended()).ifPresent(metrics::setTotalTimeMs);
        between(times.started(), times.executed()).ifPresent(metrics::setExecutionTimeMs);
        between(times.executed(), times.ended()).ifPresent(metrics::setResultFetchTimeMs);
        return metrics;
    }

    private static Optional<Long> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.map(end -> Duration.between(start, end).toMillis()));
    }

    private static QueryStatementType type(String type) {
        try {
            return QueryStatementType.valueOf(type);
        } catch (IllegalArgumentException e) {
            return QueryStatementType.OTHER;
        }
    }

    private static @Nullable Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    private static <T, R> Set<R> set(@Nullable Collection<T> values, Function<T, R> mapping) {
        Set<R> set = new HashSet<>();
        if (values != null) {
            values.forEach(value -> set.add(mapping.apply(value)));
        }
        return set;
    }
}
