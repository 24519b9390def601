package dev.tarn.sql;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import dev.tarn.contract.Contract;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Principal;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Routes;
import dev.tarn.sql.rest.SqlWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This room behind the real server, for the official SDK; a token is the name of its principal. */
final class SqlServer implements AutoCloseable {
    private static final Map<String, Principal> TOKENS =
            Map.of("admin", SqlRoom.ADMIN, "ada", SqlRoom.ADA, "bob", SqlRoom.BOB);

    final Routes routes = new Routes();
    private final HttpServer server;

    SqlServer(SqlRoom room, Path folder) {
        Contract contract = new Contract();
        SqlWindows.serve(contract, room.sql, room.access.objectPermissions());
        routes.contract(contract);
        SqlWindows.route(routes, room.sql);
        SqlWindows.routeNames(contract, routes);
        HttpConfig config = new HttpConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                folder.resolve("tls"),
                List.of(),
                false,
                40L << 20,
                Duration.ofSeconds(120));
        server = HttpServer.start(config, routes, (credentials, info) -> {
            Principal principal = credentials
                    .bearer()
                    .map(token -> TOKENS.get(token.reveal()))
                    .orElseThrow(() -> new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token."));
            Caller caller = SqlRoom.caller(principal);
            return new Caller(
                    principal,
                    Set.of(),
                    caller.workspace(),
                    caller.metastore(),
                    caller.workspaceAdmin(),
                    caller.authentication(),
                    info);
        });
    }

    String url() {
        return server.url();
    }

    WorkspaceClient client(String token) {
        return new WorkspaceClient(new DatabricksConfig()
                .setHost(server.url())
                .setToken(token)
                .setAuthType("pat")
                .setHttpTimeoutSeconds(90));
    }

    @Override
    public void close() {
        server.close();
    }
}
