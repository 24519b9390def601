package dev.tarn.tracking;

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
import dev.tarn.db.Outbox;
import dev.tarn.db.Tx;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This room with its real neighbours: an administrator, Ada and Bob in one workspace, and a stranger in another. */
final class TrackingRoom implements AutoCloseable {
    static final WorkspaceId WORKSPACE = new WorkspaceId(7);
    static final WorkspaceId OTHER = new WorkspaceId(8);
    static final Principal ADMIN = new Principal("1", "admin@x", PrincipalKind.USER);
    static final Principal ADA = new Principal("2", "ada@x", PrincipalKind.USER);
    static final Principal BOB = new Principal("3", "bob@x", PrincipalKind.USER);

    private static final PrincipalDirectory DIRECTORY = new PrincipalDirectory() {
        @Override
        public Optional<Principal> find(Tx tx, String metastore, String name) {
            return List.of(ADMIN, ADA, BOB).stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst();
        }

        @Override
        public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
            Map<String, Principal> found = new HashMap<>();
            List.of(ADMIN, ADA, BOB).stream().filter(p -> ids.contains(p.id())).forEach(p -> found.put(p.id(), p));
            return found;
        }
    };

    final Clocks clocks = Clocks.system();
    final Database db;
    final AccessModule access;
    final TrackingModule tracking;
    final Outbox outbox;
    final Caller admin = caller(ADMIN, WORKSPACE);
    final Caller ada = caller(ADA, WORKSPACE);
    final Caller bob = caller(BOB, WORKSPACE);
    final Caller stranger = caller(ADMIN, OTHER);

    TrackingRoom(DatabaseConfig store, Path folder) {
        db = Database.open(store, List.of("access", "storage", "tracking"));
        access = new AccessModule(db, DIRECTORY, clocks);
        outbox = new Outbox(db, clocks);
        tracking = new TrackingModule(
                db,
                access.objects(),
                access.audit(),
                clocks,
                new TrackingModule.ArtifactPlace(new dev.tarn.storage.FileStores(), folder));
        tracking.listen(outbox);
    }

    void permit(Principal principal, String experiment, PermissionLevel level) {
        access.objectPermissions()
                .update(
                        admin,
                        "experiments",
                        experiment,
                        List.of(new ObjectPermissions.Change(principal.kind(), principal.name(), level)));
    }

    /** Nothing of the test is left in a shared database. */
    void clear() {
        db.change(tx -> {
            for (WorkspaceId workspace : List.of(WORKSPACE, OTHER)) {
                tracking.experiments().deleteWorkspace(tx, workspace);
                access.objects().workspaceDropped(tx, workspace);
            }
        });
    }

    static Caller caller(Principal principal, WorkspaceId workspace) {
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
        clear();
        access.close();
        db.close();
    }
}
