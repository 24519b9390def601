package dev.tarn.sql;

import com.databricks.sdk.WorkspaceClient;
import dev.tarn.contract.Contract;
import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
import dev.tarn.http.Routes;
import dev.tarn.sql.rest.SqlWindows;
import dev.tarn.testkit.TestServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** This room behind the real server, for the official SDK; a token is the name of its principal. */
final class SqlServer implements AutoCloseable {
    private static final Map<String, Principal> TOKENS =
            Map.of("admin", SqlRoom.ADMIN, "ada", SqlRoom.ADA, "bob", SqlRoom.BOB);

    final Routes routes = new Routes();
    private final TestServer server;

    SqlServer(SqlRoom room, Path folder) {
        Contract contract = new Contract();
        SqlWindows.serve(contract, room.sql, room.access.objectPermissions());
        routes.contract(contract);
        SqlWindows.route(routes, room.sql);
        SqlWindows.routeNames(contract, routes);
        Map<String, Caller> callers = new HashMap<>();
        TOKENS.forEach((token, principal) -> callers.put(token, SqlRoom.caller(principal)));
        server = TestServer.start(routes, TestServer.tokens(callers), folder);
    }

    String url() {
        return server.url();
    }

    WorkspaceClient client(String token) {
        return server.client(token);
    }

    @Override
    public void close() {
        server.close();
    }
}
