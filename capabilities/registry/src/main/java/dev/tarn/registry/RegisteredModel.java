package dev.tarn.registry;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import dev.tarn.tracking.KeyValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A named model of a workspace.
 *
 * @param number the store's own key
 * @param id what permissions hang on
 * @param lastVersion number of the youngest version that there ever was, 0 for none
 */
public record RegisteredModel(
        long number,
        WorkspaceId workspace,
        String id,
        String name,
        String description,
        String userId,
        int lastVersion,
        Instant createdAt,
        Instant updatedAt,
        List<KeyValue> tags,
        List<Alias> aliases,
        List<ModelVersion> latest)
        implements ControlledObject {
    /** A name of a version. */
    public record Alias(String alias, int version) {}

    /** Registered models as the Permissions API knows them. */
    public static final ObjectType TYPE = new ObjectType(
            "registered-models",
            "registered-model",
            Set.of("registered-model"),
            List.of(
                    new ObjectType.Level(PermissionLevel.CAN_READ, "Can view the model and load its versions"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_EDIT,
                            "Can add versions, describe and tag them, and request transitions"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_MANAGE_STAGING_VERSIONS,
                            "Can also move versions among None, Staging and Archived"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_MANAGE_PRODUCTION_VERSIONS,
                            "Can also move versions to and from Production, and set aliases"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_MANAGE,
                            "Can also rename and delete the model and manage its permissions")));

    public RegisteredModel {
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
        latest = List.copyOf(latest);
    }

    @Override
    public ObjectType objectType() {
        return TYPE;
    }

    @Override
    public String objectId() {
        return id;
    }
}
