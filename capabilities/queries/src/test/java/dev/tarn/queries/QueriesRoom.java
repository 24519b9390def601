package dev.tarn.queries;

import dev.tarn.access.AccessModule;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.access.PermissionLevel;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This room with its real neighbours: an administrator, Ada and Bob. */
final class QueriesRoom implements AutoCloseable {
    static final WorkspaceId WORKSPACE = new WorkspaceId(7);
    static final WorkspaceId OTHER = new WorkspaceId(8);
    static final Principal ADMIN = new Principal("1", "admin@x", PrincipalKind.USER);
    static final Principal ADA = new Principal("2", "ada@x", PrincipalKind.USER);
    static final Principal BOB = new Principal("3", "bob@x", PrincipalKind.USER);

    private static final List<String> ROOMS = List.of("access", "queries");
    private static final List<Principal> EVERYBODY = List.of(ADMIN, ADA, BOB);
    private static final PrincipalDirectory DIRECTORY = new PrincipalDirectory() {
        @Override
        public Optional<Principal> find(Tx tx, String metastore, String name) {
            return EVERYBODY.stream().filter(p -> p.name().equals(name)).findFirst();
        }

        @Override
        public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
            Map<String, Principal> found = new HashMap<>();
            EVERYBODY.stream().filter(p -> ids.contains(p.id())).forEach(p -> found.put(p.id(), p));
            return found;
        }
    };

    final Clocks clocks = Clocks.system();
    final Database db;
    final AccessModule access;
    final QueriesModule module;
    final Caller admin = caller(ADMIN, WORKSPACE);
    final Caller ada = caller(ADA, WORKSPACE);
    final Caller bob = caller(BOB, WORKSPACE);
    final Caller elsewhere = caller(ADMIN, OTHER);

    QueriesRoom(DatabaseConfig store) {
        db = Database.open(store, ROOMS);
        access = new AccessModule(db, DIRECTORY, clocks);
        module = new QueriesModule(db, access.objects(), access.audit(), clocks, DIRECTORY);
    }

    /** Removes what an earlier test left in a shared database. */
    static void clear(DatabaseConfig store) {
        try (Database db = Database.open(store, ROOMS)) {
            db.change(tx -> {
                for (String table : List.of(
                        "queries_visualization",
                        "queries_version",
                        "queries_query",
                        "access_object_acl",
                        "access_object")) {
                    tx.update("DELETE FROM " + table, Map.of());
                }
            });
        }
    }

    void permit(Principal principal, SavedQuery query, PermissionLevel level) {
        access.objectPermissions()
                .update(
                        admin,
                        "queries",
                        query.id(),
                        List.of(new ObjectPermissions.Change(principal.kind(), principal.name(), level)));
    }

    private static Caller caller(Principal principal, WorkspaceId workspace) {
        return new Caller(
                principal,
                Set.of(),
                workspace,
                "m",
                principal.equals(ADMIN),
                new Authentication(Authentication.Method.TOKEN, "tok"),
                new RequestInfo("r1", "127.0.0.1", "test"));
    }

    @Override
    public void close() {
        access.close();
        db.close();
    }
}
