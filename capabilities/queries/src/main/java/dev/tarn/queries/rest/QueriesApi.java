package dev.tarn.queries.rest;

import com.databricks.sdk.service.sql.CreateQueryRequest;
import com.databricks.sdk.service.sql.CreateQueryRequestQuery;
import com.databricks.sdk.service.sql.GetQueryRequest;
import com.databricks.sdk.service.sql.ListQueriesRequest;
import com.databricks.sdk.service.sql.ListQueryObjectsResponse;
import com.databricks.sdk.service.sql.ListVisualizationsForQueryRequest;
import com.databricks.sdk.service.sql.ListVisualizationsForQueryResponse;
import com.databricks.sdk.service.sql.QueriesService;
import com.databricks.sdk.service.sql.Query;
import com.databricks.sdk.service.sql.QueryParameter;
import com.databricks.sdk.service.sql.RunAsMode;
import com.databricks.sdk.service.sql.TrashQueryRequest;
import com.databricks.sdk.service.sql.UpdateQueryRequest;
import com.databricks.sdk.service.sql.UpdateQueryRequestQuery;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.queries.QueryChange;
import dev.tarn.queries.QueryContent;
import dev.tarn.queries.QueryContent.Place;
import dev.tarn.queries.QueryContent.RunAs;
import dev.tarn.queries.QueryContent.Settings;
import dev.tarn.queries.QueryFolder;
import dev.tarn.queries.QuerySearch;
import dev.tarn.queries.SavedQueries;
import dev.tarn.queries.Visualizations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Queries API. */
public final class QueriesApi implements QueriesService {
    private static final Set<String> FIELDS = Set.of(
            "display_name",
            "query_text",
            "description",
            "warehouse_id",
            "catalog",
            "schema",
            "parameters",
            "tags",
            "run_as_mode",
            "apply_auto_limit",
            "owner_user_name");

    private final Caller caller;
    private final SavedQueries queries;
    private final Visualizations visualizations;

    public QueriesApi(Caller caller, SavedQueries queries, Visualizations visualizations) {
        this.caller = caller;
        this.queries = queries;
        this.visualizations = visualizations;
    }

    @Override
    public Query create(CreateQueryRequest request) {
        CreateQueryRequestQuery query = request.getQuery();
        if (query == null) {
            throw AppException.invalid("'query' is missing: send the query to create.");
        }
        Settings settings = new Settings(
                text(query.getDescription()),
                place(query.getWarehouseId(), query.getCatalog(), query.getSchema()),
                QueryAnswers.json(parameters(query.getParameters())),
                tags(query.getTags()),
                runAs(query.getRunAsMode()),
                Boolean.TRUE.equals(query.getApplyAutoLimit()));
        String name = query.getDisplayName() == null ? "New query" : query.getDisplayName();
        return QueryAnswers.query(queries.create(
                caller,
                new QueryContent(name, text(query.getQueryText()), settings),
                present(query.getParentPath()).map(QueryFolder::parse),
                Boolean.TRUE.equals(request.getAutoResolveDisplayName()) || query.getDisplayName() == null));
    }

    @Override
    public Query get(GetQueryRequest request) {
        return QueryAnswers.query(queries.get(caller, request.getId()));
    }

    @Override
    public ListQueryObjectsResponse list(ListQueriesRequest request) {
        var page = queries.list(caller, QuerySearch.ALL, PageRequest.of(request.getPageSize(), request.getPageToken()));
        return new ListQueryObjectsResponse()
                .setResults(page.items().stream().map(QueryAnswers::listed).toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    @Override
    public Query update(UpdateQueryRequest request) {
        UpdateQueryRequestQuery query = request.getQuery() == null ? new UpdateQueryRequestQuery() : request.getQuery();
        UpdateMask mask = UpdateMask.parse(request.getUpdateMask(), FIELDS);
        QueryChange change = new QueryChange(
                old -> changed(old, query, mask),
                present(mask.pick("owner_user_name", query.getOwnerUserName(), () -> null)),
                Optional.empty(),
                Optional.empty());
        return QueryAnswers.query(queries.update(
                caller, request.getId(), change, Boolean.TRUE.equals(request.getAutoResolveDisplayName())));
    }

    @Override
    public void delete(TrashQueryRequest request) {
        queries.trash(caller, request.getId());
    }

    @Override
    public ListVisualizationsForQueryResponse listVisualizations(ListVisualizationsForQueryRequest request) {
        var page = visualizations.list(
                caller, request.getId(), PageRequest.of(request.getPageSize(), request.getPageToken()));
        return new ListVisualizationsForQueryResponse()
                .setResults(page.items().stream().map(VisualizationsApi::answer).toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    private static QueryContent changed(QueryContent old, UpdateQueryRequestQuery query, UpdateMask mask) {
        Settings was = old.settings();
        Place place = was.place();
        Settings settings = new Settings(
                text(mask.pick("description", query.getDescription(), was::description)),
                place(
                        mask.pick(
                                "warehouse_id",
                                query.getWarehouseId(),
                                () -> place.warehouseId().orElse(null)),
                        mask.pick(
                                "catalog",
                                query.getCatalog(),
                                () -> place.catalog().orElse(null)),
                        mask.pick(
                                "schema",
                                query.getSchema(),
                                () -> place.schema().orElse(null))),
                text(mask.pick(
                        "parameters",
                        query.getParameters() == null ? null : QueryAnswers.json(parameters(query.getParameters())),
                        was::parameters)),
                tags(mask.pick("tags", query.getTags(), was::tags)),
                runAs(mask.pick(
                        "run_as_mode",
                        query.getRunAsMode(),
                        () -> RunAsMode.valueOf(was.runAs().name()))),
                Boolean.TRUE.equals(mask.pick("apply_auto_limit", query.getApplyAutoLimit(), was::autoLimit)));
        return new QueryContent(
                text(mask.pick("display_name", query.getDisplayName(), old::name)),
                text(mask.pick("query_text", query.getQueryText(), old::text)),
                settings);
    }

    private static Place place(@Nullable String warehouse, @Nullable String catalog, @Nullable String schema) {
        return new Place(present(warehouse), present(catalog), present(schema));
    }

    private static @Nullable Collection<QueryParameter> parameters(@Nullable Collection<QueryParameter> parameters) {
        refuseNulls("parameters", parameters);
        return parameters;
    }

    private static List<String> tags(@Nullable Collection<String> tags) {
        refuseNulls("tags", tags);
        return tags == null ? List.of() : List.copyOf(tags);
    }

    private static void refuseNulls(String field, @Nullable Collection<?> values) {
        if (values != null && values.stream().anyMatch(value -> value == null)) {
            throw AppException.invalid("'" + field + "' holds a null. Leave it out.");
        }
    }

    private static RunAs runAs(@Nullable RunAsMode mode) {
        return mode == RunAsMode.OWNER ? RunAs.OWNER : RunAs.VIEWER;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
