package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SQL warehouses. */
final class WarehouseKind implements Kind {
    private static final String ROOT = "/api/2.0/sql/warehouses";

    @Override
    public String name() {
        return "sql_warehouses";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "name",
                "cluster_size",
                "auto_stop_mins",
                "min_num_clusters",
                "max_num_clusters",
                "channel",
                "tags",
                "enable_photon",
                "enable_serverless_compute",
                "spot_instance_policy",
                "warehouse_type",
                "instance_profile_arn",
                "creator_name");
    }

    @Override
    public Set<String> required() {
        return Set.of("name");
    }

    @Override
    public Set<String> fixed() {
        return Set.of("creator_name");
    }

    @Override
    public String create(Api api, ObjectNode wanted) {
        return api.send("POST", ROOT, wanted).path("id").asText();
    }

    @Override
    public Optional<JsonNode> read(Api api, String id) {
        return api.find(ROOT + "/" + Api.segment(id), Map.of());
    }

    @Override
    public String update(Api api, String id, ObjectNode wanted) {
        api.send("POST", ROOT + "/" + Api.segment(id) + "/edit", wanted);
        return id;
    }

    @Override
    public void delete(Api api, String id) {
        try {
            api.delete(ROOT + "/" + Api.segment(id), Map.of());
        } catch (DatabricksError e) {
            if (e.getStatusCode() != 404) {
                throw e;
            }
        }
    }

    @Override
    public Optional<String> permissionsType() {
        return Optional.of("sql/warehouses");
    }
}
