package dev.tarn.cli.bundle;

import com.databricks.sdk.core.DatabricksConfig;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.BundleReader;
import dev.tarn.cli.bundle.config.Choices;
import dev.tarn.cli.bundle.config.Me;
import dev.tarn.cli.bundle.config.Value;
import dev.tarn.cli.bundle.deploy.Api;
import dev.tarn.cli.bundle.deploy.Deployment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads a bundle, and what follows from them: the workspace, the bundle, its deployment. */
final class BundleOptions {
    @Option(
            names = {"-t", "--target"},
            description = "Target to use.")
    @Nullable String target;

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "Value of a variable.",
            split = ",(?=[A-Za-z_][A-Za-z0-9_]*=)")
    List<String> variables = List.of();

    @Option(
            names = {"-p", "--profile"},
            description = "Profile of ~/.databrickscfg.")
    @Nullable String profile;

    @Option(names = "--host", description = "URL of the workspace.")
    @Nullable String host;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "text or json.")
    Output output = Output.text;

    @Option(
            names = "--folder",
            defaultValue = ".",
            description = "Folder of the bundle; the working directory if not given.")
    Path folder = Path.of(".");

    /** How answers are shown, in the words of the command line; a table is text. */
    enum Output {
        text,
        table,
        json
    }

    private @Nullable Api api;

    boolean json() {
        return output == Output.json;
    }

    Bundle bundle() {
        Choices choices = choices();
        Api found = new Api(config(BundleReader.workspace(choices)));
        api = found;
        return BundleReader.read(choices, new Directory(found));
    }

    /** @throws IllegalStateException before {@link #bundle} was read */
    Deployment deployment(Bundle bundle) {
        if (api == null) {
            throw new IllegalStateException("The bundle was not read.");
        }
        return new Deployment(api, bundle, System.err::println);
    }

    /** What a script of the bundle needs to reach the same workspace. */
    Map<String, String> environment(Bundle bundle) {
        DatabricksConfig config = config(bundle.tree().mappingAt("workspace"));
        Map<String, String> environment = new HashMap<>();
        Optional.ofNullable(config.getHost()).ifPresent(value -> environment.put("DATABRICKS_HOST", value));
        Optional.ofNullable(config.getToken()).ifPresent(value -> environment.put("DATABRICKS_TOKEN", value));
        Optional.ofNullable(config.getProfile())
                .ifPresent(value -> environment.put("DATABRICKS_CONFIG_PROFILE", value));
        environment.put("DATABRICKS_BUNDLE_TARGET", bundle.target());
        return environment;
    }

    private Choices choices() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals < 1) {
                throw new BundleException("--var wants NAME=VALUE, not '" + variable + "'.");
            }
            values.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new Choices(folder, Optional.ofNullable(target), values, System.getenv());
    }

    /** The command line wins over the bundle, and that over the environment. */
    private DatabricksConfig config(Value.Mapping workspace) {
        DatabricksConfig config = new DatabricksConfig();
        Optional.ofNullable(profile)
                .or(() -> host == null ? workspace.textAt("profile") : Optional.empty())
                .ifPresent(config::setProfile);
        Optional.ofNullable(host)
                .or(() -> profile == null
                        ? workspace.textAt("host").filter(text -> !text.contains("${"))
                        : Optional.empty())
                .ifPresent(config::setHost);
        return config.resolve();
    }

    /** Asks the workspace. */
    private record Directory(Api api) implements BundleReader.Directory {
        private static final Map<String, Kind> KINDS = Map.of(
                "warehouse", new Kind("/api/2.0/sql/warehouses", "warehouses", "name", "id"),
                "metastore", new Kind("/api/2.1/unity-catalog/metastores", "metastores", "name", "metastore_id"),
                "service_principal",
                        new Kind(
                                "/api/2.0/preview/scim/v2/ServicePrincipals",
                                "Resources",
                                "displayName",
                                "applicationId"),
                "cluster_policy", new Kind("/api/2.0/policies/clusters/list", "policies", "name", "policy_id"),
                "notification_destination",
                        new Kind("/api/2.0/notification-destinations", "results", "display_name", "id"));

        /** Where things of a kind are listed, and what their fields are called. */
        private record Kind(String path, String list, String name, String id) {}

        @Override
        public Me me() {
            JsonNode me = api.find("/api/2.0/preview/scim/v2/Me", Map.of())
                    .orElseThrow(() -> new BundleException("the workspace does not know who you are."));
            return new Me(
                    me.path("id").asText(),
                    me.path("userName").asText(),
                    me.path("displayName").asText());
        }

        @Override
        public Optional<String> find(String kind, String name) {
            Kind found = KINDS.get(kind);
            if (found == null) {
                throw new BundleException(
                        "a variable looks up a '" + kind + "'; there are " + String.join(", ", KINDS.keySet()) + ".");
            }
            for (JsonNode item : api.find(found.path(), Map.of()).orElseThrow().path(found.list())) {
                if (item.path(found.name()).asText().equals(name)) {
                    return Optional.of(item.path(found.id()).asText());
                }
            }
            return Optional.empty();
        }
    }
}
