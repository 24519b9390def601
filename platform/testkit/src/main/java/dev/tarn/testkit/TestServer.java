package dev.tarn.testkit;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.http.Authenticator;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Routes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some routes behind a real server on a free port, for official clients. */
public final class TestServer implements AutoCloseable {
    private static final long MOST_BODY_BYTES = 40L << 20;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpServer server;

    private TestServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param folder where the server may keep keys
     */
    public static TestServer start(Routes routes, Authenticator authenticator, Path folder) {
        HttpConfig config = new HttpConfig(
                "127.0.0.1", 0, Optional.empty(), folder.resolve("tls"), List.of(), false, MOST_BODY_BYTES, LONGEST);
        return new TestServer(HttpServer.start(config, routes, authenticator));
    }

    /** Knows callers by made-up tokens. */
    public static Authenticator tokens(Map<String, Caller> callers) {
        return (credentials, info) -> {
            Caller known = credentials
                    .bearer()
                    .map(token -> callers.get(token.reveal()))
                    .orElseThrow(() -> new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token."));
            return new Caller(
                    known.principal(),
                    known.groups(),
                    known.workspace(),
                    known.metastore(),
                    known.workspaceAdmin(),
                    known.authentication(),
                    info);
        };
    }

    public String url() {
        return server.url();
    }

    /** The official SDK with that token. */
    public WorkspaceClient client(String token) {
        return new WorkspaceClient(new DatabricksConfig()
                .setHost(server.url())
                .setToken(token)
                .setAuthType("pat")
                .setHttpTimeoutSeconds((int) LONGEST.toSeconds()));
    }

    @Override
    public void close() {
        server.close();
    }
}
