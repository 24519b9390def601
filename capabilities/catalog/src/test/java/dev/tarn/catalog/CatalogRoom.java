package dev.tarn.catalog;

import dev.tarn.access.AccessModule;
import dev.tarn.access.Grants;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.engine.CatalogForEngine;
import dev.tarn.catalog.engine.InformationSchema;
import dev.tarn.catalog.engine.SystemRelations;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Tx;
import dev.tarn.engine.catalog.Column;
import dev.tarn.testkit.TestCallers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The room with a fresh metastore, owned by the group admins, and a few people. Each instance is a world of its own. */
final class CatalogRoom implements AutoCloseable {
    static final String ROOT = "file:/lake";

    final String metastore = Ids.uuid();
    final WorkspaceId workspace = new WorkspaceId(Ids.numeric());
    final Principal admins = principal("admins", PrincipalKind.GROUP);
    final Principal team = principal("team", PrincipalKind.GROUP);
    final Caller admin = caller(principal("root@x.example", PrincipalKind.USER), admins);
    final Caller ada = caller(principal("ada@x.example", PrincipalKind.USER));
    final Caller bob = caller(principal("bob@x.example", PrincipalKind.USER), team);
    final Clocks clocks = Clocks.system();
    final Database db;
    final AccessModule access;
    final CatalogModule catalog;
    final CatalogForEngine engine;

    CatalogRoom(DatabaseConfig config) {
        db = Database.open(config, List.of("access", "catalog"));
        access = new AccessModule(db, new People(), clocks);
        catalog = new CatalogModule(
                db,
                access.guard(),
                access.grants(),
                clocks,
                CatalogRoom::place,
                (tx, m, type, name) -> Optional.empty(),
                (who, url, write) -> new FileCredentials.Vended(url, clocks.now(who), Optional.empty()));
        SystemRelations system = new SystemRelations().add(new InformationSchema(catalog).sources());
        engine = new CatalogForEngine(
                catalog,
                CatalogRoom::place,
                (reader, owner) ->
                        people().filter(c -> c.principal().id().equals(owner)).findFirst(),
                system);
        db.change(tx ->
                catalog.metastores().create(tx, Caller.system(workspace, metastore), "test", admins.name(), ROOT));
    }

    /** Places that people name: everybody may use what lies below file:/ext. */
    private static String place(Caller caller, String url, ManagedStorage.Use use) {
        if (!url.startsWith("file:/ext/")) {
            throw AppException.denied("No access to " + url);
        }
        return url;
    }

    private java.util.stream.Stream<Caller> people() {
        return java.util.stream.Stream.of(admin, ada, bob);
    }

    private static Principal principal(String name, PrincipalKind kind) {
        return new Principal(Ids.uuid(), name, kind);
    }

    private Caller caller(Principal principal, Principal... groups) {
        TestCallers callers = new TestCallers(workspace, metastore);
        return Set.of(groups).contains(admins) ? callers.admin(principal, groups) : callers.user(principal, groups);
    }

    void grant(SecurableType type, String name, Caller to, Privilege... privileges) {
        catalog.grants()
                .change(
                        admin,
                        type,
                        name,
                        List.of(new Grants.Change(to.principal().name(), Set.of(privileges), Set.of())));
    }

    /** Lets somebody into a schema, with privileges on it. */
    void enter(Caller who, String schema, Privilege... privileges) {
        grant(SecurableType.CATALOG, schema.substring(0, schema.indexOf('.')), who, Privilege.USE_CATALOG);
        grant(SecurableType.SCHEMA, schema, who, Privilege.USE_SCHEMA);
        grant(SecurableType.SCHEMA, schema, who, privileges);
    }

    static Column column(String name, String type) {
        return new Column(name, type, "\"" + type + "\"", true, Optional.empty(), Optional.empty(), Map.of());
    }

    Owned<Table> table(Caller caller, String name) {
        Tables.Draft draft = draft(name, Optional.empty());
        return catalog.tables().create(caller, catalog.tables().place(caller, draft), draft);
    }

    Owned<Table> table(Caller caller, String name, String location) {
        Tables.Draft draft = draft(name, Optional.of(location));
        return catalog.tables().create(caller, catalog.tables().place(caller, draft), draft);
    }

    static Tables.Draft draft(String name, Optional<String> location) {
        return new Tables.Draft(
                ObjectName.parse("table", name),
                "delta",
                location,
                List.of(column("id", "long"), column("name", "string")),
                Map.of(),
                Optional.empty());
    }

    @Override
    public void close() {
        access.close();
        db.close();
    }

    /** The people of this room, found by name or id. */
    private final class People implements PrincipalDirectory {
        private List<Principal> all() {
            return List.of(admins, team, admin.principal(), ada.principal(), bob.principal());
        }

        @Override
        public Optional<Principal> find(Tx tx, String inMetastore, String name) {
            return all().stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
        }

        @Override
        public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
            Map<String, Principal> found = new HashMap<>();
            all().stream().filter(p -> ids.contains(p.id())).forEach(p -> found.put(p.id(), p));
            return found;
        }
    }
}
