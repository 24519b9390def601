package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Bindings;
import dev.tarn.access.Bindings.Binding;
import dev.tarn.access.Guard;
import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.SecurableFinder;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.List;

/**
 * The workspaces that catalogs, external locations and storage credentials are bound to. Who manages the securable decides over
 * them from any workspace of the metastore, so that nothing can be locked away for good.
 */
public final class WorkspaceBindings {
    private final Database db;
    private final Guard guard;
    private final Bindings bindings;
    private final SecurableFinder finder;

    WorkspaceBindings(CatalogModule.Parts parts, SecurableFinder finder) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.bindings = parts.guard().bindings();
        this.finder = finder;
    }

    /** By workspace id. */
    public List<Binding> list(Caller caller, SecurableType type, String name) {
        return db.read(tx -> bindings.list(tx, require(tx, caller, CatalogAction.READ_BINDINGS, type, name)));
    }

    /** Takes bindings away and adds others, all or none; answers those there are then. */
    public List<Binding> change(
            Caller caller, SecurableType type, String name, Collection<Binding> add, Collection<WorkspaceId> remove) {
        return db.write(tx -> {
            Authorized<Securable> entity = require(tx, caller, CatalogAction.UPDATE_BINDINGS, type, name);
            bindings.change(tx, caller, entity, add, remove);
            return bindings.list(tx, entity);
        });
    }

    private Authorized<Securable> require(Tx tx, Caller caller, CatalogAction action, SecurableType type, String name) {
        return guard.require(
                tx,
                caller,
                action,
                finder.find(tx, caller.metastore(), type, name),
                () -> SecurableFinder.notFound(type, name));
    }
}
