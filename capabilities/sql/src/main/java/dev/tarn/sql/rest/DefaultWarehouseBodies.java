package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.DefaultWarehouseOverride;
import com.databricks.sdk.service.sql.DefaultWarehouseOverrideType;
import com.databricks.sdk.service.sql.UpdateDefaultWarehouseOverrideRequest;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.sql.DefaultWarehouse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users' default warehouses between the SDK's classes and the room's. */
final class DefaultWarehouseBodies {
    /** What the names of these resources begin with. */
    static final String PREFIX = "default-warehouse-overrides/";

    private static final String ME = "me";
    private static final Set<String> FIELDS = Set.of("*", "type", "warehouse_id");

    private DefaultWarehouseBodies() {}

    /** The user that a name is about; {@code me} is the caller. */
    static String user(Caller caller, @Nullable String name) {
        if (name == null || !name.startsWith(PREFIX)) {
            throw AppException.invalid("'name' is %s and a user's id, or 'me'.".formatted(PREFIX));
        }
        return id(caller, name.substring(PREFIX.length()));
    }

    static String id(Caller caller, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw AppException.invalid("'default_warehouse_override_id' is a user's id, or 'me'.");
        }
        return id.equals(ME) ? caller.principal().id() : id;
    }

    static DefaultWarehouse chosen(String user, @Nullable DefaultWarehouseOverride wanted) {
        if (wanted == null || wanted.getType() == null) {
            throw AppException.invalid("'type' is LAST_SELECTED, or CUSTOM with a 'warehouse_id'.");
        }
        boolean custom = wanted.getType() == DefaultWarehouseOverrideType.CUSTOM;
        boolean named =
                wanted.getWarehouseId() != null && !wanted.getWarehouseId().isEmpty();
        if (custom != named) {
            throw AppException.invalid("A 'warehouse_id' belongs to the type CUSTOM, and to no other.");
        }
        return new DefaultWarehouse(user, custom ? Optional.of(wanted.getWarehouseId()) : Optional.empty());
    }

    /** What an update makes of what there was. */
    static DefaultWarehouse changed(
            String user, Optional<DefaultWarehouse> before, UpdateDefaultWarehouseOverrideRequest request) {
        List<String> mask = request.getUpdateMask() == null
                ? List.of("*")
                : List.copyOf(request.getUpdateMask().getPathsList());
        if (mask.isEmpty() || !FIELDS.containsAll(mask)) {
            throw AppException.invalid("'update_mask' is '*', or names of 'type' and 'warehouse_id'.");
        }
        DefaultWarehouseOverride wanted = request.getDefaultWarehouseOverride();
        if (wanted == null || before.isEmpty() || mask.contains("*") || mask.size() == 2) {
            return chosen(user, wanted);
        }
        DefaultWarehouseOverride merged = answer(before.get());
        if (mask.contains("type")) {
            merged.setType(wanted.getType());
            if (wanted.getType() != DefaultWarehouseOverrideType.CUSTOM) {
                merged.setWarehouseId(null);
            }
        } else {
            merged.setWarehouseId(wanted.getWarehouseId());
        }
        return chosen(user, merged);
    }

    static DefaultWarehouseOverride answer(DefaultWarehouse chosen) {
        return new DefaultWarehouseOverride()
                .setName(PREFIX + chosen.userId())
                .setDefaultWarehouseOverrideId(chosen.userId())
                .setType(
                        chosen.warehouseId().isPresent()
                                ? DefaultWarehouseOverrideType.CUSTOM
                                : DefaultWarehouseOverrideType.LAST_SELECTED)
                .setWarehouseId(chosen.warehouseId().orElse(null));
    }
}
