package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.BundleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Lets one deployment at a time change a target: a file in the workspace, which only one can make. */
final class Lock implements AutoCloseable {
    private static final String FILE = "/deploy.lock";

    private final Api api;
    private final String file;

    private Lock(Api api, String file) {
        this.api = api;
        this.file = file;
    }

    /** @throws BundleException if somebody else holds it, unless {@code force} */
    static Lock take(Api api, String folder, String user, boolean force) {
        String file = folder + FILE;
        String id = UUID.randomUUID().toString();
        ObjectNode content = Api.object()
                .put("ID", id)
                .put("AcquisitionTime", Instant.now().toString())
                .put("IsForced", force)
                .put("User", user);
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        try {
            api.importFile(file, bytes, force);
        } catch (DatabricksError e) {
            if (e.getStatusCode() == 404) {
                api.makeFolders(folder);
                return take(api, folder, user, force);
            }
            if (e.getStatusCode() == 409) {
                throw held(api, file);
            }
            throw e;
        }
        boolean ours = read(api, file)
                .filter(found -> found.path("ID").asText().equals(id))
                .isPresent();
        if (!ours) {
            throw held(api, file);
        }
        return new Lock(api, file);
    }

    private static BundleException held(Api api, String file) {
        String by = read(api, file)
                .map(found -> "by " + found.path("User").asText("somebody") + " since "
                        + found.path("AcquisitionTime").asText("?"))
                .orElse("by somebody");
        return new BundleException("this target is being deployed " + by
                + ". Wait for it to end; if it was killed, take its place with --force-lock.");
    }

    private static Optional<JsonNode> read(Api api, String file) {
        return api.exportFile(file).map(bytes -> {
            try {
                return Api.JSON.readTree(bytes);
            } catch (IOException e) {
                return Api.object();
            }
        });
    }

    @Override
    public void close() {
        api.deletePath(file, false);
    }
}
