package dev.tarn.catalog;

import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.Securable;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metastore of a workspace. */
public final class Metastores {
    /** The catalog of sessions that name none. */
    public static final String MAIN = "main";

    static final String SYSTEM = "system";
    private static final String DEFAULT_SCHEMA = "default";

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final CatalogStore store;
    private final SchemaStore schemas;
    private final Clocks clocks;
    private volatile DefaultCatalogs defaults = new NoDefaults();

    Metastores(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.store = parts.catalogs();
        this.schemas = parts.schemas();
        this.clocks = parts.clocks();
    }

    /** Tells where default catalogs are kept; before the first call. Without it, {@link #MAIN} is everybody's. */
    public void keepDefaultsIn(DefaultCatalogs defaults) {
        this.defaults = defaults;
    }

    /** The catalog of sessions of the caller's workspace that name none. */
    public String defaultCatalog(Caller caller) {
        return defaults.find(caller).orElse(MAIN);
    }

    /**
     * Says which metastore a workspace has, and its default catalog. A workspace keeps the metastore that it was made with, since its
     * principals are that metastore's: naming another is refused.
     *
     * @param metastore empty for the one it has
     * @param catalog empty to leave the default as it is; the caller must see it
     * @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE for another workspace or metastore than the caller's, PERMISSION_DENIED unless
     *     the caller manages the metastore and, for a catalog, administers the workspace; CATALOG_DOES_NOT_EXIST
     */
    public void assign(Caller caller, WorkspaceId workspace, Optional<String> metastore, Optional<String> catalog) {
        db.read(tx -> guard.require(
                tx,
                caller,
                CatalogAction.UPDATE_METASTORE,
                store.findMetastore(tx, caller.metastore()),
                () -> AppException.denied("Only those who manage the metastore may assign it to workspaces.")));
        if (!workspace.equals(caller.workspace())) {
            throw AppException.invalid(
                    "Only the workspace of this address can be assigned, which is %s.".formatted(caller.workspace()));
        }
        if (metastore.filter(id -> !id.equals(caller.metastore())).isPresent()) {
            throw AppException.invalid(
                    "A workspace keeps the metastore that it was made with, %s: its users and groups belong to it. Make a workspace for another metastore."
                            .formatted(caller.metastore()));
        }
        catalog.ifPresent(name -> {
            db.read(tx -> guard.require(
                    tx,
                    caller,
                    CatalogAction.READ_CATALOG,
                    store.find(tx, caller.metastore(), name),
                    () -> CatalogErrors.catalogNotFound(name)));
            defaults.set(caller, name);
        });
    }

    private static final class NoDefaults implements DefaultCatalogs {
        @Override
        public Optional<String> find(Caller caller) {
            return Optional.empty();
        }

        @Override
        public void set(Caller caller, String catalog) {
            throw AppException.invalid("This server keeps no default catalogs.");
        }
    }

    /**
     * Makes a metastore with the catalogs {@code main} and {@code system}, in the transaction that makes its workspace.
     *
     * @param system the server itself, in the new workspace
     * @param owner name of the principal that administers it, usually the group {@code admins}
     * @param storageRoot URI below which managed tables lie
     */
    public void create(Tx tx, Caller system, String name, String owner, String storageRoot) {
        Stamp stamp = Stamp.of(system, clocks.now(system));
        Metastore metastore = new Metastore(system.metastore(), name, storageRoot, false, stamp);
        store.insertMetastore(tx, metastore);
        guard.register(tx, system, metastore, name, Optional.empty());
        hand(tx, system, metastore, owner);
        Catalog main = catalog(tx, system, MAIN, false, stamp);
        hand(tx, system, main, owner);
        Schema schema = new Schema(
                Ids.uuid(),
                main.id(),
                new SchemaName(MAIN, DEFAULT_SCHEMA),
                Optional.of("Default schema"),
                Map.of(),
                Optional.empty(),
                stamp);
        schemas.insert(tx, schema);
        guard.register(tx, system, schema, schema.name().toString(), Optional.of(main.id()));
        hand(tx, system, schema, owner);
        hand(tx, system, catalog(tx, system, SYSTEM, true, stamp), owner);
    }

    private Catalog catalog(Tx tx, Caller system, String name, boolean ofSystem, Stamp stamp) {
        Catalog catalog = new Catalog(
                Ids.uuid(),
                system.metastore(),
                name,
                Optional.of(ofSystem ? "What this lakehouse records about itself" : "Main catalog"),
                Map.of(),
                Optional.empty(),
                false,
                ofSystem,
                stamp);
        store.insert(tx, catalog);
        guard.register(tx, system, catalog, name, Optional.of(system.metastore()));
        return catalog;
    }

    private void hand(Tx tx, Caller system, Securable securable, String owner) {
        var authorized = guard.require(
                tx, system, CatalogAction.TRANSFER_OWNERSHIP, Optional.of(securable), CatalogErrors::metastoreNotFound);
        grants.transfer(tx, system, authorized, owner);
    }

    /**
     * Forgets a metastore and all that is in it, in the transaction that drops its workspace. Files are the caller's business.
     *
     * @param system the server itself, in that workspace
     */
    public void drop(Tx tx, Caller system) {
        var metastore = guard.require(
                tx,
                system,
                CatalogAction.UPDATE_METASTORE,
                store.findMetastore(tx, system.metastore()),
                CatalogErrors::metastoreNotFound);
        store.deleteMetastore(tx, metastore);
        guard.unregisterInside(tx, metastore);
        guard.unregister(tx, metastore);
    }

    /** The metastore of the caller's workspace: everybody there may know it. */
    public Owned<Metastore> current(Caller caller) {
        return db.read(tx -> {
            Metastore metastore =
                    store.findMetastore(tx, caller.metastore()).orElseThrow(CatalogErrors::metastoreNotFound);
            return new Owned<>(
                    metastore, grants.ownerNames(tx, List.of(metastore)).getOrDefault(metastore.id(), ""));
        });
    }

    /** Renames the metastore, hands it to another administrator, or lets clients outside have credentials for files. */
    public Owned<Metastore> update(
            Caller caller, Optional<String> newName, Optional<String> newOwner, Optional<Boolean> externalAccess) {
        db.change(tx -> {
            var metastore = guard.require(
                    tx,
                    caller,
                    CatalogAction.UPDATE_METASTORE,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            newName.map(name -> Names.check("metastore", name)).ifPresent(name -> {
                store.renameMetastore(tx, metastore, name);
                guard.renamed(tx, metastore, name);
            });
            externalAccess.ifPresent(open -> store.setExternalAccess(tx, metastore, open));
            newOwner.ifPresent(owner -> grants.transfer(tx, caller, metastore, owner));
        });
        return current(caller);
    }
}
