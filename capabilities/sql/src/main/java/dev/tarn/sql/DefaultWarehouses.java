package dev.tarn.sql;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.sql.internal.DefaultWarehouseStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Users' own default warehouses. Everybody keeps their own; workspace administrators keep everybody's. A default is a warehouse
 * that the caller may use; it goes when the warehouse goes.
 */
public final class DefaultWarehouses {
    private static final String AUDIT = "databrickssql";

    private final Database db;
    private final Audit audit;
    private final Warehouses warehouses;
    private final DefaultWarehouseStore store;

    DefaultWarehouses(Database db, Audit audit, Warehouses warehouses, DefaultWarehouseStore store) {
        this.db = db;
        this.audit = audit;
        this.warehouses = warehouses;
        this.store = store;
    }

    /** @throws dev.tarn.core.AppException RESOURCE_ALREADY_EXISTS if the user has one */
    public DefaultWarehouse create(Caller caller, DefaultWarehouse chosen) {
        return put(caller, chosen, tx -> {
            if (store.find(tx, caller.workspace(), chosen.userId()).isPresent()) {
                throw SqlErrors.defaultWarehouseExists(chosen.userId());
            }
        });
    }

    /** @param orCreate whether one that is not there is made */
    public DefaultWarehouse update(Caller caller, DefaultWarehouse chosen, boolean orCreate) {
        return put(caller, chosen, tx -> {
            if (!orCreate) {
                require(tx, caller, chosen.userId());
            }
        });
    }

    public DefaultWarehouse get(Caller caller, String userId) {
        requireOwn(caller, userId);
        return db.read(tx -> require(tx, caller, userId));
    }

    /** The caller's; administrators see everybody's, by user id. */
    public Page<DefaultWarehouse> list(Caller caller, PageRequest page) {
        return db.read(tx -> {
            List<DefaultWarehouse> found = caller.workspaceAdmin()
                    ? store.list(tx, caller.workspace(), page.after(), page.size() + 1)
                    : store.find(tx, caller.workspace(), caller.principal().id()).stream()
                            .toList();
            return Page.of(found, page, DefaultWarehouse::userId);
        });
    }

    public void delete(Caller caller, String userId) {
        requireOwn(caller, userId);
        db.change(tx -> {
            require(tx, caller, userId);
            store.delete(tx, caller.workspace(), userId);
        });
        audit.record(caller, AUDIT, "deleteDefaultWarehouse", userId, Map.of(), "");
    }

    private interface Check {
        void run(Tx tx);
    }

    private DefaultWarehouse put(Caller caller, DefaultWarehouse chosen, Check check) {
        requireOwn(caller, chosen.userId());
        if (chosen.userId().isEmpty() || chosen.userId().length() > 100) {
            throw SqlErrors.noDefaultWarehouse(chosen.userId());
        }
        db.change(tx -> {
            chosen.warehouseId().ifPresent(id -> warehouses.requireUse(tx, caller, id));
            check.run(tx);
            store.put(tx, caller.workspace(), chosen);
        });
        audit.record(
                caller,
                AUDIT,
                "setDefaultWarehouse",
                chosen.userId(),
                Map.of("warehouse", chosen.warehouseId().orElse("")),
                "");
        return chosen;
    }

    private DefaultWarehouse require(Tx tx, Caller caller, String userId) {
        Optional<DefaultWarehouse> found = store.find(tx, caller.workspace(), userId);
        return found.orElseThrow(() -> SqlErrors.noDefaultWarehouse(userId));
    }

    private static void requireOwn(Caller caller, String userId) {
        if (!caller.workspaceAdmin() && !caller.principal().id().equals(userId)) {
            throw SqlErrors.noDefaultWarehouse(userId);
        }
    }
}
