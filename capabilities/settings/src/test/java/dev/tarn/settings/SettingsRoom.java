package dev.tarn.settings;

import com.databricks.sdk.WorkspaceClient;
import dev.tarn.access.AccessModule;
import dev.tarn.access.rest.AccessWindows;
import dev.tarn.contract.Contract;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.http.Routes;
import dev.tarn.identity.IdentityConfig;
import dev.tarn.identity.IdentityModule;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.identity.rest.IdentityWindows;
import dev.tarn.settings.rest.SettingsWindows;
import dev.tarn.testkit.TestServer;
import java.nio.file.Path;
import java.util.List;

/** This room with its real neighbours behind a real server; each test has a throwaway workspace of its own. */
final class SettingsRoom implements AutoCloseable {
    final Database db;
    final AccessModule access;
    final IdentityModule identity;
    final SettingsModule room;
    final Clocks clocks = Clocks.system();
    private final TestServer server;

    SettingsRoom(DatabaseConfig store, Path folder) {
        db = Database.open(store, List.of("access", "identity", "settings"));
        access = new AccessModule(db, new StoredPrincipals(), clocks);
        identity =
                new IdentityModule(db, access, clocks, IdentityConfig.defaults().withThrowaway(true));
        room = new SettingsModule(db, access.audit(), clocks, SecretBox.inFile(folder.resolve("master.key")));
        identity.tokens().limit(room.settings()::tokenLifetime);
        identity.workspaces().listen(new WorkspaceListener() {
            @Override
            public void dropped(dev.tarn.db.Tx tx, Workspace workspace) {
                room.settings().deleteWorkspace(tx, workspace.id());
                access.objects().workspaceDropped(tx, workspace.id());
            }
        });
        identity.start(false);
        Contract contract = new Contract();
        IdentityWindows.serve(identity, contract);
        AccessWindows.serve(access.objectPermissions(), contract);
        SettingsWindows.serve(room, contract);
        Routes routes = new Routes();
        SettingsWindows.route(routes);
        routes.contract(contract);
        IdentityWindows.route(identity, routes);
        server = TestServer.start(
                routes, SettingsWindows.admitting(room, IdentityWindows.authenticator(identity)), folder);
    }

    /** A new workspace's administrator's token; {@code <token>--<name>} is that of an ordinary user. */
    static String workspace() {
        return "tarn-throwaway-" + Ids.hex16();
    }

    WorkspaceClient sdk(String token) {
        return server.client(token);
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        identity.close();
        access.close();
        db.close();
    }
}
