package dev.tarn.sql;

import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A SQL warehouse: what clients name to run statements, with its own queue.
 *
 * @param id 16 hexadecimal digits
 * @param creator its first owner
 * @param activity what it does at this moment
 */
public record Warehouse(
        String id,
        WorkspaceId workspace,
        String name,
        WarehouseSettings settings,
        Creator creator,
        Instant createdAt,
        Activity activity) {
    /** Warehouses as the Permissions API knows them. Managing includes monitoring includes using includes seeing. */
    public static final ObjectType TYPE = new ObjectType(
            "sql/warehouses",
            "warehouses",
            Set.of("warehouses"),
            List.of(
                    new ObjectType.Level(PermissionLevel.CAN_VIEW, "Can view the SQL warehouse"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_USE, "Can run statements on the SQL warehouse and start it"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_MONITOR, "Can use the SQL warehouse and see everybody's queries on it"),
                    new ObjectType.Level(PermissionLevel.CAN_MANAGE, "Can manage the SQL warehouse"),
                    new ObjectType.Level(PermissionLevel.IS_OWNER, "Is owner of the SQL warehouse")));

    /** Who made it, by id and by the name they had then. */
    public record Creator(String id, String name) {}

    /**
     * @param clusters how many are up: 0 when stopped
     * @param sessions statements that run or wait
     */
    public record Activity(WarehouseState state, long clusters, long sessions) {}

    /** The path that SQL clients connect to. */
    public String httpPath() {
        return "/sql/1.0/warehouses/" + id;
    }
}
