package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workspace's API as a bundle uses it, through the SDK's client: its profiles, sign-in and retries. */
public final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> MISSING = Set.of(404);

    private final ApiClient client;

    public Api(DatabricksConfig config) {
        this.client = new ApiClient(config);
    }

    JsonNode get(String path, Map<String, String> query) {
        Request request = new Request("GET", path);
        query.forEach(request::withQueryParam);
        return answer(request);
    }

    /** What is there, or nothing if the server says that it does not exist. */
    public Optional<JsonNode> find(String path, Map<String, String> query) {
        try {
            return Optional.of(get(path, query));
        } catch (DatabricksError e) {
            if (MISSING.contains(e.getStatusCode()) && !"ENDPOINT_NOT_FOUND".equals(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public JsonNode send(String method, String path, JsonNode body) {
        return answer(new Request(method, path, body.toString()).withHeader("Content-Type", "application/json"));
    }

    void delete(String path, Map<String, String> query) {
        Request request = new Request("DELETE", path);
        query.forEach(request::withQueryParam);
        answer(request);
    }

    /** Writes a file of the workspace. @throws DatabricksError 404 without its folder, 409 if it exists and is not to be replaced */
    void importFile(String path, byte[] content, boolean overwrite) {
        Request request = new Request(
                        "POST", "/api/2.0/workspace-files/import-file/" + encoded(path.substring(1)), (InputStream)
                                new ByteArrayInputStream(content))
                .withHeader("Content-Type", "application/octet-stream")
                .withQueryParam("overwrite", String.valueOf(overwrite));
        answer(request);
    }

    Optional<byte[]> exportFile(String path) {
        Request request = new Request("GET", "/api/2.0/workspace/export")
                .withQueryParam("path", path)
                .withQueryParam("format", "AUTO");
        try {
            return Optional.of(
                    JSON.readTree(answer(request).toString()).path("content").binaryValue());
        } catch (DatabricksError e) {
            if (MISSING.contains(e.getStatusCode())) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void makeFolders(String path) {
        send("POST", "/api/2.0/workspace/mkdirs", object().put("path", path));
    }

    void deletePath(String path, boolean recursive) {
        try {
            send("POST", "/api/2.0/workspace/delete", object().put("path", path).put("recursive", recursive));
        } catch (DatabricksError e) {
            if (!MISSING.contains(e.getStatusCode())) {
                throw e;
            }
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String encoded(String path) {
        return segment(path).replace("%2F", "/");
    }

    private JsonNode answer(Request request) {
        try {
            return JSON.valueToTree(client.execute(request, LinkedHashMap.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace does not answer: " + e.getMessage(), e);
        }
    }
}
