package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.SecurableFinder;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Optional;

/** Privileges and ownership of any securable, by its type and full name. */
public final class CatalogGrants {
    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final SecurableFinder finder;

    CatalogGrants(CatalogModule.Parts parts, SecurableFinder finder) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.finder = finder;
    }

    /** What is granted on the object itself. Who does not manage it sees their own grants and those of their groups. */
    public List<Grants.Assignment> list(Caller caller, SecurableType type, String name, Optional<String> principal) {
        return db.read(tx -> {
            Authorized<Securable> entity = see(tx, caller, type, name);
            boolean manages = guard.allows(tx, caller, CatalogAction.UPDATE_PERMISSIONS, entity.value());
            return grants.list(tx, caller, entity, principal).stream()
                    .filter(grant -> manages
                            || caller.principalIds().contains(grant.principal().id()))
                    .toList();
        });
    }

    /** What reaches the object, with where it comes from. */
    public List<Grants.Effective> effective(
            Caller caller, SecurableType type, String name, Optional<String> principal) {
        return db.read(tx -> {
            Authorized<Securable> entity = see(tx, caller, type, name);
            boolean manages = guard.allows(tx, caller, CatalogAction.UPDATE_PERMISSIONS, entity.value());
            return grants.effective(tx, caller, entity, principal).stream()
                    .filter(grant -> manages
                            || caller.principalIds().contains(grant.principal().id()))
                    .toList();
        });
    }

    /** Gives and takes privileges: all of it or, if something is wrong, nothing. */
    public List<Grants.Assignment> change(Caller caller, SecurableType type, String name, List<Grants.Change> changes) {
        return db.write(tx -> {
            Authorized<Securable> entity = require(tx, caller, CatalogAction.UPDATE_PERMISSIONS, type, name);
            grants.change(tx, caller, entity, changes);
            return grants.list(tx, caller, entity, Optional.empty());
        });
    }

    public void transfer(Caller caller, SecurableType type, String name, String newOwner) {
        db.change(tx -> grants.transfer(
                tx, caller, require(tx, caller, CatalogAction.TRANSFER_OWNERSHIP, type, name), newOwner));
    }

    private Authorized<Securable> see(Tx tx, Caller caller, SecurableType type, String name) {
        return require(tx, caller, CatalogAction.SEE_OBJECT, type, name);
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
