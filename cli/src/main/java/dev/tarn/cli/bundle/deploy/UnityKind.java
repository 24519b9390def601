package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Catalogs, schemas and volumes: alike in all but their names.
 *
 * @param name such as {@code schemas}, also in the path
 * @param idField of the answer
 * @param forced whether deleting takes {@code force}
 */
record UnityKind(
        String name,
        String securableName,
        String idField,
        Set<String> fields,
        Set<String> required,
        Set<String> fixed,
        boolean forced)
        implements Kind {
    private static final String ROOT = "/api/2.1/unity-catalog/";

    static UnityKind catalogs() {
        return new UnityKind(
                "catalogs",
                "catalog",
                "name",
                Set.of(
                        "name",
                        "comment",
                        "properties",
                        "storage_root",
                        "options",
                        "isolation_mode",
                        "connection_name",
                        "provider_name",
                        "share_name",
                        "enable_predictive_optimization"),
                Set.of("name"),
                Set.of("name", "storage_root", "connection_name", "provider_name", "share_name"),
                true);
    }

    static UnityKind schemas() {
        return new UnityKind(
                "schemas",
                "schema",
                "full_name",
                Set.of(
                        "name",
                        "catalog_name",
                        "comment",
                        "properties",
                        "storage_root",
                        "enable_predictive_optimization"),
                Set.of("name", "catalog_name"),
                Set.of("name", "catalog_name", "storage_root"),
                true);
    }

    static UnityKind volumes() {
        return new UnityKind(
                "volumes",
                "volume",
                "full_name",
                Set.of("name", "catalog_name", "schema_name", "comment", "volume_type", "storage_location"),
                Set.of("name", "catalog_name", "schema_name"),
                Set.of("name", "catalog_name", "schema_name", "volume_type", "storage_location"),
                false);
    }

    @Override
    public String create(Api api, ObjectNode wanted) {
        ObjectNode body = wanted.deepCopy();
        if (name.equals("volumes") && !body.has("volume_type")) {
            body.put("volume_type", "MANAGED");
        }
        return api.send("POST", ROOT + name, body).path(idField).asText();
    }

    @Override
    public Optional<JsonNode> read(Api api, String id) {
        return api.find(item(id), Map.of());
    }

    @Override
    public String update(Api api, String id, ObjectNode wanted) {
        ObjectNode body = wanted.deepCopy();
        fixed.forEach(body::remove);
        return api.send("PATCH", item(id), body).path(idField).asText(id);
    }

    @Override
    public void delete(Api api, String id) {
        try {
            api.delete(item(id), forced ? Map.of("force", "true") : Map.of());
        } catch (DatabricksError e) {
            if (e.getStatusCode() != 404) {
                throw e;
            }
        }
    }

    @Override
    public boolean holdsData() {
        return true;
    }

    @Override
    public Optional<String> securable() {
        return Optional.of(securableName);
    }

    private String item(String id) {
        return ROOT + name + "/" + Api.segment(id);
    }
}
