package dev.tarn.queries.rest;

import com.databricks.sdk.service.sql.CreateVisualizationRequest;
import com.databricks.sdk.service.sql.CreateVisualizationRequestVisualization;
import com.databricks.sdk.service.sql.DeleteVisualizationRequest;
import com.databricks.sdk.service.sql.QueryVisualizationsService;
import com.databricks.sdk.service.sql.UpdateVisualizationRequest;
import com.databricks.sdk.service.sql.UpdateVisualizationRequestVisualization;
import com.databricks.sdk.service.sql.Visualization;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.queries.Visualization.Drawing;
import dev.tarn.queries.Visualizations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API of queries' visualizations. */
public final class VisualizationsApi implements QueryVisualizationsService {
    private static final Set<String> FIELDS =
            Set.of("display_name", "type", "serialized_options", "serialized_query_plan");

    private final Caller caller;
    private final Visualizations visualizations;

    public VisualizationsApi(Caller caller, Visualizations visualizations) {
        this.caller = caller;
        this.visualizations = visualizations;
    }

    @Override
    public Visualization create(CreateVisualizationRequest request) {
        CreateVisualizationRequestVisualization wanted = request.getVisualization();
        if (wanted == null || wanted.getQueryId() == null) {
            throw AppException.invalid("'visualization.query_id' is missing: name the query whose result it draws.");
        }
        Drawing drawing = new Drawing(
                text(wanted.getType()),
                text(wanted.getDisplayName()),
                text(wanted.getSerializedOptions()),
                text(wanted.getSerializedQueryPlan()));
        return answer(visualizations.create(caller, wanted.getQueryId(), drawing));
    }

    @Override
    public void delete(DeleteVisualizationRequest request) {
        visualizations.delete(caller, request.getId());
    }

    @Override
    public Visualization update(UpdateVisualizationRequest request) {
        UpdateVisualizationRequestVisualization wanted = request.getVisualization() == null
                ? new UpdateVisualizationRequestVisualization()
                : request.getVisualization();
        UpdateMask mask = UpdateMask.parse(request.getUpdateMask(), FIELDS);
        return answer(visualizations.update(
                caller,
                request.getId(),
                old -> new Drawing(
                        text(mask.pick("type", wanted.getType(), old::type)),
                        text(mask.pick("display_name", wanted.getDisplayName(), old::name)),
                        text(mask.pick("serialized_options", wanted.getSerializedOptions(), old::options)),
                        text(mask.pick("serialized_query_plan", wanted.getSerializedQueryPlan(), old::queryPlan)))));
    }

    static Visualization answer(dev.tarn.queries.Visualization visualization) {
        Drawing drawing = visualization.drawing();
        return new Visualization()
                .setId(visualization.id())
                .setQueryId(visualization.queryId())
                .setType(drawing.type())
                .setDisplayName(drawing.name())
                .setSerializedOptions(drawing.options())
                .setSerializedQueryPlan(drawing.queryPlan().isEmpty() ? null : drawing.queryPlan())
                .setCreateTime(QueryAnswers.time(visualization.createdAt()))
                .setUpdateTime(QueryAnswers.time(visualization.updatedAt()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
