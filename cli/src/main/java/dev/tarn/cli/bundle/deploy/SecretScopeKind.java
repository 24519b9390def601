package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secret scopes; the secrets themselves are put by whoever knows them, never by a bundle. */
final class SecretScopeKind implements Kind {
    private static final String ROOT = "/api/2.0/secrets/scopes/";

    @Override
    public String name() {
        return "secret_scopes";
    }

    @Override
    public Set<String> fields() {
        return Set.of("name", "backend_type");
    }

    @Override
    public Set<String> required() {
        return Set.of("name");
    }

    @Override
    public Set<String> fixed() {
        return fields();
    }

    @Override
    public String create(Api api, ObjectNode wanted) {
        ObjectNode body = Api.object().put("scope", wanted.path("name").asText());
        if (wanted.has("backend_type")) {
            body.set("scope_backend_type", wanted.get("backend_type"));
        }
        api.send("POST", ROOT + "create", body);
        return wanted.path("name").asText();
    }

    @Override
    public Optional<JsonNode> read(Api api, String id) {
        for (JsonNode scope : api.get(ROOT + "list", Map.of()).path("scopes")) {
            if (scope.path("name").asText().equals(id)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    @Override
    public String update(Api api, String id, ObjectNode wanted) {
        return id;
    }

    @Override
    public void delete(Api api, String id) {
        try {
            api.send("POST", ROOT + "delete", Api.object().put("scope", id));
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
}
