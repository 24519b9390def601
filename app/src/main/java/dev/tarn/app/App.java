package dev.tarn.app;

import dev.tarn.access.AccessModule;
import dev.tarn.access.rest.AccessWindows;
import dev.tarn.contract.Contract;
import dev.tarn.core.Clocks;
import dev.tarn.core.Secret;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Outbox;
import dev.tarn.engine.SqlEngine;
import dev.tarn.http.Dialect;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.identity.FirstStart;
import dev.tarn.identity.IdentityModule;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.rest.IdentityWindows;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A whole server: the rooms in dependency order. The only place that knows them all. */
public final class App implements AutoCloseable {
    static final List<String> ROOMS = List.of(
            "identity",
            "access",
            "storage",
            "catalog",
            "sql",
            "secrets",
            "queries",
            "files",
            "tracking",
            "workspace",
            "git",
            "registry",
            "settings");

    private final TarnConfig config;
    private final DataDirectory data;
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final Contract contract = new Contract();
    private final Routes routes = new Routes();
    private final FirstStart firstStart;
    private final LakehouseWing lakehouse;
    private final List<Wing> wings;
    private final HttpServer http;

    private App(TarnConfig config, DataDirectory data) {
        this.config = config;
        this.data = data;
        closing.push(data);
        Clocks clocks = Clocks.system();
        Database db = closeLater(Database.open(databaseConfig(), ROOMS));
        closing.push(routes.metrics());
        Outbox outbox = closeLater(new Outbox(db, clocks));
        AccessModule access = closeLater(new AccessModule(db, new StoredPrincipals(), clocks));
        IdentityModule identity = closeLater(new IdentityModule(db, access, clocks, Settings.identity(config)));
        Ground ground = new Ground(
                config, data, db, clocks, access, identity, Settings.secretBox(config, data), outbox, closing);
        lakehouse = new LakehouseWing(ground);
        WorkspaceWing workspace = new WorkspaceWing(ground, lakehouse);
        wings = List.of(lakehouse, workspace, new QueriesWing(ground), new MlflowWing(ground, lakehouse));
        firstStart = identity.start(config.adminTokenFile().isPresent());
        firstStart.adminToken().map(Secret::reveal).ifPresent(this::writeAdminToken);
        serve(db, access, identity);
        outbox.start();
        http = closeLater(
                HttpServer.start(httpConfig(), routes, workspace.admitting(IdentityWindows.authenticator(identity))));
        wings.forEach(Wing::start);
    }

    /**
     * Starts a server; REST answers when this returns, SQL a little later.
     *
     * @throws IllegalStateException or IllegalArgumentException with a message for the operator
     */
    public static App start(TarnConfig config) {
        DataDirectory data = DataDirectory.take(Settings.dataDirectory(config));
        return new App(config, data);
    }

    private void serve(Database db, AccessModule access, IdentityModule identity) {
        IdentityWindows.serve(identity, contract);
        AccessWindows.serve(access.objectPermissions(), contract);
        wings.forEach(wing -> wing.serve(contract));
        routes.contract(contract);
        AccessWindows.route(contract, routes);
        IdentityWindows.route(identity, routes);
        wings.forEach(wing -> wing.route(contract, routes));
        new ServerMetrics(identity.workspaces(), routes).register(db, lakehouse);
        routes.open(
                "GET", "/health", Dialect.DATABRICKS, "app.health", request -> Response.json("{\"status\":\"UP\"}"));
        routes.open(
                "GET",
                "/ready",
                Dialect.DATABRICKS,
                "app.ready",
                request -> engine().ready()
                        ? Response.json("{\"status\":\"READY\"}")
                        : Response.of(
                                503,
                                "application/json",
                                "{\"status\":\"STARTING\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private DatabaseConfig databaseConfig() {
        return config.db()
                .url()
                .map(url -> new DatabaseConfig(
                        url,
                        config.db().user(),
                        config.db().password(),
                        config.db().connections()))
                .orElseGet(() -> DatabaseConfig.sqlite(data.database()));
    }

    private HttpConfig httpConfig() {
        return new HttpConfig(
                config.host(),
                config.port(),
                config.tlsPort(),
                data.root().resolve("tls"),
                config.tlsNames().orElse(List.of()),
                config.allowInsecure(),
                config.http().maxBodyBytes(),
                config.http().requestTimeout());
    }

    private void writeAdminToken(String token) {
        config.adminTokenFile().ifPresent(file -> DataDirectory.writeSecret(Path.of(file), token));
    }

    private <T extends AutoCloseable> T closeLater(T part) {
        closing.push(part);
        return part;
    }

    /** Such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return http.url();
    }

    public Optional<String> tlsUrl() {
        return http.tlsUrl();
    }

    public Path dataRoot() {
        return data.root();
    }

    /** Where external locations of local files may always lie. */
    public Path landing() {
        return data.directory("external");
    }

    public FirstStart firstStart() {
        return firstStart;
    }

    public TarnConfig config() {
        return config;
    }

    /** What is served; for the parity table and for tests that sweep every route. */
    public Contract contract() {
        return contract;
    }

    public Routes routes() {
        return routes;
    }

    public SqlEngine engine() {
        return lakehouse.engine();
    }

    /** Stops taking requests, cancels statements, writes what waits, closes the store. */
    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(App.class).warn("A part of the server did not stop cleanly", e);
            }
        }
    }
}
