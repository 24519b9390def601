package dev.tarn.sql;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.engine.SqlEngine;
import dev.tarn.sql.Warehouse.Activity;
import dev.tarn.sql.internal.DefaultWarehouseStore;
import dev.tarn.sql.internal.Executions;
import dev.tarn.sql.internal.WarehouseQueues;
import dev.tarn.sql.internal.WarehouseStore;
import dev.tarn.sql.internal.WarehouseStore.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL warehouses: what a client names to run statements. All of them share the engine of the process; each has its own queue,
 * its own permissions and its own idle time. Workspace administrators create them; everything else goes by the permissions of
 * each. What a caller has no permission on does not exist for them.
 */
public final class Warehouses {
    private static final String AUDIT = "databrickssql";
    private static final int LONGEST_NAME = 100;

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final WarehouseStore store;
    private final DefaultWarehouseStore defaults;
    private final Running running;

    /** What this room runs on. */
    record Running(SqlEngine engine, WarehouseQueues queues, Executions executions, int slotsPerCluster) {}

    /** Where this room keeps warehouses, and whose default they are. */
    record Stores(WarehouseStore warehouses, DefaultWarehouseStore defaults) {}

    Warehouses(Database db, ObjectAcls acls, Audit audit, Clocks clocks, Stores stores, Running running) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.store = stores.warehouses();
        this.defaults = stores.defaults();
        this.running = running;
    }

    /**
     * Creates a warehouse and starts it; the caller owns it.
     *
     * @throws AppException PERMISSION_DENIED unless the caller administers the workspace; RESOURCE_ALREADY_EXISTS for a name in use
     */
    public Warehouse create(Caller caller, String name, WarehouseSettings settings) {
        if (!caller.workspaceAdmin()) {
            AppException denial = SqlErrors.warehouseNotCreatable(caller);
            audit.record(caller, AUDIT, "createWarehouse", name, Map.of(), denial.message());
            throw denial;
        }
        Stored created = db.write(tx -> insert(tx, caller, name, settings));
        audit(caller, "createWarehouse", created);
        return shown(created);
    }

    /**
     * Creates the warehouse that every workspace begins with, in the transaction that creates the workspace.
     *
     * @param usersGroupId id of the group of all the workspace's users, who may use the warehouse
     */
    public void createDefault(Tx tx, Caller system, Optional<String> usersGroupId) {
        Stored created = insert(tx, system, "Starter Warehouse", WarehouseSettings.DEFAULT);
        usersGroupId.ifPresent(group -> acls.grant(tx, system, created, group, PermissionLevel.CAN_USE));
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
        defaults.deleteWorkspace(tx, workspace);
    }

    public Warehouse get(Caller caller, String id) {
        return shown(db.read(
                tx -> authorized(tx, caller, PermissionLevel.CAN_VIEW, id).value()));
    }

    /** The warehouses that the caller may see, by name. */
    public Page<Warehouse> list(Caller caller, PageRequest page) {
        return db.read(tx -> Page.of(
                        store.list(
                                tx,
                                caller.workspace(),
                                acls.visible(caller, Warehouse.TYPE),
                                page.after(),
                                page.size() + 1),
                        page,
                        Stored::name))
                .map(this::shown);
    }

    /** Changes name or settings; running statements go on. Needs CAN_MANAGE. */
    public Warehouse edit(Caller caller, String id, WarehouseChange change) {
        Stored edited = db.write(tx -> {
            Authorized<Stored> authorized = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            Stored old = authorized.value();
            String name = change.name().map(Warehouses::checkedName).orElse(old.name());
            if (store.nameTaken(tx, caller.workspace(), name, id)) {
                throw SqlErrors.warehouseNameTaken(name);
            }
            Stored changed = new Stored(
                    id,
                    old.workspace(),
                    name,
                    change.settings().apply(old.settings()),
                    old.running(),
                    old.creator(),
                    old.createdAt());
            store.update(tx, changed);
            acls.renamed(tx, caller, authorized, name);
            return changed;
        });
        running.queues().resize(id, slots(edited));
        audit(caller, "editWarehouse", edited);
        return shown(edited);
    }

    /** Starts a warehouse, or begins its idle time anew. Needs CAN_USE. */
    public void start(Caller caller, String id) {
        Stored warehouse = db.write(tx -> {
            Stored found = authorized(tx, caller, PermissionLevel.CAN_USE, id).value();
            store.setRunning(tx, id, true);
            return found;
        });
        running.queues().touch(id, clocks.now(caller));
        audit(caller, "startWarehouse", warehouse);
    }

    /** Stops a warehouse; its statements are cancelled. Needs CAN_MANAGE. */
    public void stop(Caller caller, String id) {
        Stored warehouse = db.write(tx -> {
            Stored found =
                    authorized(tx, caller, PermissionLevel.CAN_MANAGE, id).value();
            store.setRunning(tx, id, false);
            return found;
        });
        running.executions()
                .cancelAll(id, SqlErrors.cancelled("SQL warehouse '%s' was stopped.".formatted(warehouse.name())));
        audit(caller, "stopWarehouse", warehouse);
    }

    /** Deletes a warehouse; its statements are cancelled. Needs CAN_MANAGE. */
    public void delete(Caller caller, String id) {
        Stored warehouse = db.write(tx -> {
            Authorized<Stored> found = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            store.delete(tx, id);
            defaults.forgetWarehouse(tx, caller.workspace(), id);
            acls.unregister(tx, caller, found);
            return found.value();
        });
        running.executions()
                .cancelAll(id, SqlErrors.cancelled("SQL warehouse '%s' was deleted.".formatted(warehouse.name())));
        running.queues().remove(id);
        audit(caller, "deleteWarehouse", warehouse);
    }

    /** The workspace's settings for all warehouses, as the JSON object that was set; empty if nothing was. */
    public Optional<String> workspaceConfig(Caller caller) {
        administrates(caller, "read the workspace's warehouse settings");
        return db.read(tx -> store.config(tx, caller.workspace()));
    }

    /**
     * Replaces the workspace's settings for all warehouses.
     *
     * @param json an object; it is kept and given back
     */
    public void setWorkspaceConfig(Caller caller, String json) {
        administrates(caller, "change the workspace's warehouse settings");
        db.change(tx -> store.setConfig(tx, caller.workspace(), json, clocks.now(caller)));
        audit.record(caller, AUDIT, "setWorkspaceWarehouseConfig", "", Map.of(), "");
    }

    /** Stops every warehouse that has been idle for longer than its owner allows; called now and then. */
    public void stopIdle() {
        List<Stored> idle = new ArrayList<>();
        for (Stored warehouse : db.read(store::running)) {
            if (idle(warehouse, clocks.now(warehouse.workspace()))) {
                idle.add(warehouse);
            }
        }
        if (!idle.isEmpty()) {
            db.change(tx -> idle.forEach(warehouse -> store.setRunning(tx, warehouse.id(), false)));
        }
    }

    /** The warehouse that a statement is to run on; starts it if it stands still. */
    Slots use(Caller caller, String id) {
        Stored warehouse = db.read(
                tx -> authorized(tx, caller, PermissionLevel.CAN_USE, id).value());
        if (!warehouse.running()) {
            start(caller, id);
        }
        return new Slots(warehouse.name(), slots(warehouse));
    }

    /** Ids of the warehouses whose queries the caller may see, their own aside. */
    List<String> monitored(Tx tx, Caller caller) {
        return store
                .list(tx, caller.workspace(), acls.visible(caller, Warehouse.TYPE), "", PageRequest.MAXIMUM)
                .stream()
                .filter(warehouse -> acls.level(tx, caller, warehouse)
                        .filter(level -> Warehouse.TYPE.includes(level, PermissionLevel.CAN_MONITOR))
                        .isPresent())
                .map(Stored::id)
                .toList();
    }

    /** Checks that the caller may use the warehouse. */
    void requireUse(Tx tx, Caller caller, String id) {
        authorized(tx, caller, PermissionLevel.CAN_USE, id);
    }

    /** How many statements of a warehouse run at once. */
    record Slots(String warehouseName, int count) {}

    private Authorized<Stored> authorized(Tx tx, Caller caller, PermissionLevel level, String id) {
        return acls.require(tx, caller, level, store.find(tx, caller.workspace(), id), () -> SqlErrors.noWarehouse(id));
    }

    private Stored insert(Tx tx, Caller caller, String name, WarehouseSettings settings) {
        String checked = checkedName(name);
        if (store.nameTaken(tx, caller.workspace(), checked, "")) {
            throw SqlErrors.warehouseNameTaken(checked);
        }
        Stored created = new Stored(
                Ids.hex16(),
                caller.workspace(),
                checked,
                settings,
                true,
                new Warehouse.Creator(
                        caller.principal().id(), caller.principal().name()),
                clocks.now(caller));
        store.insert(tx, created);
        acls.register(tx, caller, created, checked);
        return created;
    }

    private Warehouse shown(Stored stored) {
        int active = running.queues().of(stored.id()).size();
        boolean wanted = stored.running() && !idle(stored, clocks.now(stored.workspace()));
        WarehouseState state;
        if (wanted) {
            state = running.engine().ready() ? WarehouseState.RUNNING : WarehouseState.STARTING;
        } else {
            state = active > 0 ? WarehouseState.STOPPING : WarehouseState.STOPPED;
        }
        long clusters = state == WarehouseState.RUNNING ? clusters(stored) : 0;
        return new Warehouse(
                stored.id(),
                stored.workspace(),
                stored.name(),
                stored.settings(),
                stored.creator(),
                stored.createdAt(),
                new Activity(state, clusters, active));
    }

    private boolean idle(Stored warehouse, Instant now) {
        long minutes = warehouse.settings().autoStopMinutes();
        return minutes > 0
                && running.queues().of(warehouse.id()).isEmpty()
                && !now.isBefore(
                        running.queues().lastActivity(warehouse.id(), now).plus(Duration.ofMinutes(minutes)));
    }

    private long clusters(Stored warehouse) {
        long perCluster = running.slotsPerCluster();
        long needed = (running.queues().of(warehouse.id()).size() + perCluster - 1) / perCluster;
        return Math.min(
                Math.max(needed, warehouse.settings().minClusters()),
                warehouse.settings().maxClusters());
    }

    private int slots(Stored warehouse) {
        return (int) (running.slotsPerCluster() * warehouse.settings().maxClusters());
    }

    private void administrates(Caller caller, String what) {
        if (!caller.workspaceAdmin()) {
            AppException denial = SqlErrors.adminsOnly(caller, what);
            audit.record(caller, AUDIT, "workspaceWarehouseConfig", "", Map.of(), denial.message());
            throw denial;
        }
    }

    private void audit(Caller caller, String action, Stored warehouse) {
        audit.record(caller, AUDIT, action, warehouse.id(), Map.of("name", warehouse.name()), "");
    }

    private static String checkedName(String name) {
        boolean printable = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > LONGEST_NAME || !printable) {
            throw SqlErrors.badWarehouseName(name);
        }
        return name;
    }
}
