package dev.tarn.app;

import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.ManagedStorage;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.engine.AuditRelation;
import dev.tarn.catalog.engine.CatalogForEngine;
import dev.tarn.catalog.engine.InformationSchema;
import dev.tarn.catalog.engine.SystemRelations;
import dev.tarn.catalog.rest.CatalogWindows;
import dev.tarn.catalog.sql.CatalogSqlCommands;
import dev.tarn.contract.Contract;
import dev.tarn.core.Caller;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.spark.SparkEngine;
import dev.tarn.engine.spark.SparkEngineConfig;
import dev.tarn.files.FilesModule;
import dev.tarn.files.RemotePath;
import dev.tarn.files.rest.FilesWindows;
import dev.tarn.files.sql.FilesSqlCommands;
import dev.tarn.http.Routes;
import dev.tarn.sql.SqlModule;
import dev.tarn.sql.rest.SqlWindows;
import dev.tarn.storage.StorageConfig;
import dev.tarn.storage.StorageModule;
import dev.tarn.storage.rest.StorageWindows;
import dev.tarn.storage.sql.StorageSqlCommands;
import java.util.Optional;

/** Storage, the catalog, the engine and SQL. */
final class LakehouseWing implements Wing {
    private final Ground ground;
    private final StorageModule storage;
    private final CatalogModule catalog;
    private final FilesModule files;
    private final SystemRelations system = new SystemRelations();
    private final SparkEngine spark;
    private final SqlModule sql;

    LakehouseWing(Ground ground) {
        this.ground = ground;
        TarnConfig config = ground.config();
        DataDirectory data = ground.data();
        storage = new StorageModule(
                ground.db(),
                ground.access().guard(),
                ground.access().grants(),
                ground.clocks(),
                new StorageConfig(Settings.localRoots(config, data), data.root(), Settings.endpoints(config)),
                ground.box());
        ManagedStorage places = new StoragePlaces(storage);
        catalog = new CatalogModule(
                ground.db(),
                ground.access().guard(),
                ground.access().grants(),
                ground.clocks(),
                places,
                storage::find,
                new LocalCredentials(ground.clocks()));
        files = new FilesModule(
                        ground.db(),
                        ground.clocks(),
                        storage.files(),
                        Settings.files(config, data),
                        (caller, name, write) -> catalog.volumes()
                                .location(caller, ObjectName.of(name.catalog(), name.schema(), name.volume()), write),
                        ground.identity().authentications()::standIn)
                .listen(ground.outbox());
        spark = ground.closeLater(new SparkEngine(
                new SparkEngineConfig(
                        data.directory("scratch"),
                        config.engine().master(),
                        config.engine().shufflePartitions(),
                        Optional.of(storage.objects())),
                new CatalogForEngine(catalog, places, ground.identity().authentications()::standIn, system)
                        .withDbfs((caller, path, write) -> files.files().place(caller, RemotePath.parse(path), write)),
                new FilesSqlCommands(
                        files.files(),
                        storage.files(),
                        this::readable,
                        new CatalogSqlCommands(
                                catalog,
                                new IdentityNames(ground.identity().principals()),
                                new StorageSqlCommands(storage)::run))));
        sql = ground.closeLater(new SqlModule(
                ground.db(),
                ground.access().objects(),
                ground.access().audit(),
                ground.clocks(),
                spark,
                Settings.sql(config, data)));
        system.add(new InformationSchema(catalog).sources())
                .add(new AuditRelation(ground.access().audit()), new QueryHistoryRelation(sql.history()));
        ground.identity()
                .workspaces()
                .listen(new NewWorkspaces(
                        catalog, storage, sql, files, ground.access().bindings(), data));
    }

    private String readable(Caller caller, String url) {
        String place = new StoragePlaces(storage).authorize(caller, url, ManagedStorage.Use.READ_FILES);
        catalog.volumes().requireUnmanaged(caller, place);
        return place;
    }

    CatalogModule catalog() {
        return catalog;
    }

    StorageModule storage() {
        return storage;
    }

    SqlModule sql() {
        return sql;
    }

    /** Where rooms put relations of the catalog {@code system}. */
    SystemRelations system() {
        return system;
    }

    SqlEngine engine() {
        return spark;
    }

    @Override
    public void serve(Contract contract) {
        StorageWindows.serve(storage, contract);
        CatalogWindows.serve(catalog, contract, system.schemas("system"));
        FilesWindows.serve(contract, files);
        SqlWindows.serve(contract, sql, ground.access().objectPermissions());
    }

    @Override
    public void route(Contract contract, Routes routes) {
        CatalogWindows.route(catalog, routes);
        SqlWindows.route(routes, sql);
        SqlWindows.routeNames(contract, routes);
        FilesWindows.route(routes, files);
    }

    /** Spark last: REST answers while it starts. */
    @Override
    public void start() {
        sql.start();
        DroppedFiles files = new DroppedFiles(storage.objects());
        ground.closeLater(new Housekeeping(
                        ground.identity().workspaces(),
                        "dropped tables",
                        caller -> catalog.tables().purgeExpired(caller, location -> files.delete(caller, location)))
                .start());
        spark.start();
    }
}
