package dev.tarn.git;

import com.databricks.sdk.WorkspaceClient;
import dev.tarn.access.AccessModule;
import dev.tarn.access.rest.AccessWindows;
import dev.tarn.contract.Contract;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Outbox;
import dev.tarn.db.Tx;
import dev.tarn.git.rest.GitWindows;
import dev.tarn.http.Routes;
import dev.tarn.identity.IdentityConfig;
import dev.tarn.identity.IdentityModule;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.identity.rest.IdentityWindows;
import dev.tarn.testkit.TestServer;
import dev.tarn.workspace.WorkspaceModule;
import dev.tarn.workspace.rest.WorkspaceWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** This room with its real neighbours behind a real server; each test has a throwaway workspace of its own. */
final class GitRoom implements AutoCloseable {
    static final long MOST_BRANCH_BYTES = 256 << 10;
    static final int MOST_FILES = 60;

    final Database db;
    final AccessModule access;
    final IdentityModule identity;
    final WorkspaceModule tree;
    final GitModule git;
    final SecretBox box;
    final Outbox outbox;
    private final TestServer server;

    /** @param hosts that may be called */
    GitRoom(DatabaseConfig store, Path folder, List<String> hosts) {
        Clocks clocks = Clocks.system();
        db = Database.open(store, List.of("access", "identity", "workspace", "git"));
        access = new AccessModule(db, new StoredPrincipals(), clocks);
        identity =
                new IdentityModule(db, access, clocks, IdentityConfig.defaults().withThrowaway(true));
        tree = new WorkspaceModule(db, access, new StoredPrincipals(), clocks);
        box = SecretBox.inFile(folder.resolve("master.key"));
        outbox = new Outbox(db, clocks);
        GitConfig config = new GitConfig(
                folder.resolve("clones"),
                hosts,
                List.of(folder.resolve("upstream")),
                MOST_BRANCH_BYTES,
                MOST_FILES,
                8 << 20,
                Duration.ofSeconds(30));
        git = new GitModule(db, access, clocks, box, outbox, config, tree.worktrees(), tree.trash());
        identity.principals().tell(tree.objects()::principalCreated);
        identity.workspaces().listen(new WorkspaceListener() {
            @Override
            public void dropped(Tx tx, Workspace workspace) {
                git.folders().deleteWorkspace(tx, workspace.id());
                tree.objects().deleteWorkspace(tx, workspace.id());
                access.objects().workspaceDropped(tx, workspace.id());
            }
        });
        identity.start(false);
        Contract contract = new Contract();
        IdentityWindows.serve(identity, contract);
        AccessWindows.serve(access.objectPermissions(), contract);
        WorkspaceWindows.serve(tree, access.objectPermissions(), contract);
        GitWindows.serve(git, access.objectPermissions(), contract);
        Routes routes = new Routes();
        WorkspaceWindows.route(tree, contract, routes);
        GitWindows.route(git, routes);
        routes.contract(contract);
        IdentityWindows.route(identity, routes);
        server = TestServer.start(routes, IdentityWindows.authenticator(identity), folder);
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
