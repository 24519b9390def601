package dev.tarn.app;

import dev.tarn.access.Bindings;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import dev.tarn.files.FilesModule;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.sql.SqlModule;
import dev.tarn.storage.StorageModule;
import java.util.Optional;

/** What a new workspace is given: a metastore that its admins own, and a warehouse. */
final class NewWorkspaces implements WorkspaceListener {
    private static final String ADMINS = "admins";

    private final CatalogModule catalog;
    private final StorageModule storage;
    private final SqlModule sql;
    private final FilesModule files;
    private final Bindings bindings;
    private final DataDirectory data;

    NewWorkspaces(
            CatalogModule catalog,
            StorageModule storage,
            SqlModule sql,
            FilesModule files,
            Bindings bindings,
            DataDirectory data) {
        this.catalog = catalog;
        this.storage = storage;
        this.sql = sql;
        this.files = files;
        this.bindings = bindings;
        this.data = data;
    }

    @Override
    public void created(Tx tx, Caller system, Workspace workspace) {
        String root = "file:" + data.root().resolve("managed").resolve(workspace.storagePrefix());
        catalog.metastores().create(tx, system, workspace.name(), ADMINS, root);
        sql.warehouses().createDefault(tx, system, Optional.empty());
    }

    @Override
    public void attached(Tx tx, Caller system, Workspace workspace) {
        sql.warehouses().createDefault(tx, system, Optional.empty());
    }

    @Override
    public void detached(Tx tx, Workspace workspace) {
        sql.warehouses().deleteWorkspace(tx, workspace.id());
        files.dropWorkspace(tx, workspace.id());
        bindings.dropWorkspace(tx, workspace.id());
    }

    @Override
    public void dropped(Tx tx, Workspace workspace) {
        sql.warehouses().deleteWorkspace(tx, workspace.id());
        files.dropWorkspace(tx, workspace.id());
        storage.drop(tx, workspace.metastore());
        catalog.metastores().drop(tx, Caller.system(workspace.id(), workspace.metastore()));
    }
}
