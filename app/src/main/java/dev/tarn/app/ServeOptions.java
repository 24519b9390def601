package dev.tarn.app;

import dev.tarn.core.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line of a server; each option wins over the configuration file. */
final class ServeOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (properties); see docs/reference/configuration.md.")
    @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory; default ~/.tarn/data.")
    @Nullable String data;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on; default 127.0.0.1.")
    @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port for HTTP; 0 takes a free one; default 8080.")
    @Nullable String port;

    @Option(names = "--tls-port", paramLabel = "PORT", description = "Port for HTTPS; 0 takes a free one.")
    @Nullable String tlsPort;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "At first start, write a token of the administrator here, mode 600.")
    @Nullable String adminTokenFile;

    @Option(names = "--throwaway", description = "Each token tarn-throwaway-NAME is an isolated workspace of its own.")
    boolean throwaway;

    @Option(names = "--allow-insecure", description = "Allow plain HTTP on an address that is not loopback.")
    boolean allowInsecure;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting, such as --set tarn.db.url=jdbc:postgresql://localhost/tarn.")
    Map<String, String> settings = new HashMap<>();

    /** Everything that was set, over the configuration file. */
    TarnConfig read() {
        Map<String, String> overrides = new HashMap<>(settings);
        put(overrides, "tarn.data", data);
        put(overrides, "tarn.host", host);
        put(overrides, "tarn.port", port);
        put(overrides, "tarn.tls-port", tlsPort);
        put(overrides, "tarn.admin-token-file", adminTokenFile);
        put(overrides, "tarn.throwaway", throwaway ? "true" : null);
        put(overrides, "tarn.allow-insecure", allowInsecure ? "true" : null);
        return Configuration.read(Optional.ofNullable(config), overrides, TarnConfig.class);
    }

    private static void put(Map<String, String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }
}
