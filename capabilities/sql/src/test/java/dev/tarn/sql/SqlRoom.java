package dev.tarn.sql;

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
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.Statement;
import dev.tarn.sql.StatementRequest.OnTimeout;
import dev.tarn.sql.StatementRequest.ResultOptions;
import dev.tarn.sql.StatementRequest.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** This room with its real neighbours: an administrator, Ada and Bob, and a warehouse that Ada may use. */
final class SqlRoom implements AutoCloseable {
    static final WorkspaceId WORKSPACE = new WorkspaceId(1);
    static final Principal ADMIN = new Principal("1", "admin@x", PrincipalKind.USER);
    static final Principal ADA = new Principal("2", "ada@x", PrincipalKind.USER);
    static final Principal BOB = new Principal("3", "bob@x", PrincipalKind.USER);
    static final Duration WAIT = Duration.ofSeconds(20);

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
    final SqlModule sql;
    final Caller admin = caller(ADMIN);
    final Caller ada = caller(ADA);
    final Caller bob = caller(BOB);
    final String warehouse;

    SqlRoom(DatabaseConfig store, SqlConfig config, SqlEngine engine) {
        db = Database.open(store, List.of("access", "sql"));
        access = new AccessModule(db, DIRECTORY, clocks);
        sql = new SqlModule(db, access.objects(), access.audit(), clocks, engine, config);
        warehouse = sql.warehouses().list(admin, dev.tarn.core.PageRequest.first(100)).items().stream()
                .findFirst()
                .map(Warehouse::id)
                .orElseGet(() -> sql.warehouses()
                        .create(admin, "W", WarehouseSettings.DEFAULT)
                        .id());
        permit(ADA, PermissionLevel.CAN_USE);
    }

    /** Removes what an earlier test left in a shared database. */
    static void clear(DatabaseConfig store) {
        try (Database db = Database.open(store, List.of("access", "sql"))) {
            db.change(tx -> {
                for (String table : List.of(
                        "sql_warehouse",
                        "sql_workspace_config",
                        "sql_query",
                        "sql_profile",
                        "access_object_acl",
                        "access_object")) {
                    tx.update("DELETE FROM " + table, Map.of());
                }
            });
        }
    }

    void permit(Principal principal, PermissionLevel level) {
        access.objectPermissions()
                .update(
                        admin,
                        "warehouses",
                        warehouse,
                        List.of(new ObjectPermissions.Change(principal.kind(), principal.name(), level)));
    }

    static SqlConfig config(Path folder) {
        return SqlConfig.defaults(folder);
    }

    static Caller caller(Principal principal) {
        return new Caller(
                principal,
                Set.of(),
                WORKSPACE,
                "m",
                principal.equals(ADMIN),
                new Authentication(Authentication.Method.TOKEN, "tok"),
                new RequestInfo("r1", "127.0.0.1", "test"));
    }

    StatementRequest request(String text) {
        return request(text, ResultOptions.DEFAULT, new Waiting(WAIT, OnTimeout.CONTINUE));
    }

    StatementRequest request(String text, ResultOptions result) {
        return request(text, result, new Waiting(WAIT, OnTimeout.CONTINUE));
    }

    StatementRequest request(String text, ResultOptions result, Waiting waiting) {
        return new StatementRequest(warehouse, Statement.of(text), SessionOptions.DEFAULT, result, waiting);
    }

    /** Submits without waiting. */
    String submit(Caller caller, String text) {
        return sql.statements()
                .execute(caller, request(text, ResultOptions.DEFAULT, new Waiting(Duration.ZERO, OnTimeout.CONTINUE)))
                .id();
    }

    StatementState state(Caller caller, String id) {
        return sql.statements().get(caller, id).state();
    }

    /** Waits until something that other threads do has happened. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + WAIT);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        sql.close();
        access.close();
        db.close();
    }
}
