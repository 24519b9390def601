package dev.tarn.tracking;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A group of runs with one access control list.
 *
 * @param number the store's own key
 * @param artifactLocation below which runs keep their artifacts
 */
public record Experiment(
        long number,
        WorkspaceId workspace,
        String id,
        String name,
        String artifactLocation,
        Lifecycle lifecycle,
        Instant createdAt,
        Instant updatedAt,
        List<KeyValue> tags)
        implements ControlledObject {
    /** The experiment that every workspace begins with. */
    public static final String DEFAULT_ID = "0";

    /** Experiments as the Permissions API knows them. */
    public static final ObjectType TYPE = new ObjectType(
            "experiments",
            "mlflowExperiment",
            Set.of("mlflowExperiment"),
            List.of(
                    new ObjectType.Level(
                            PermissionLevel.CAN_READ, "Can view the experiment, its runs and their artifacts"),
                    new ObjectType.Level(PermissionLevel.CAN_EDIT, "Can log runs to the experiment and change them"),
                    new ObjectType.Level(PermissionLevel.CAN_MANAGE, "Can manage the experiment's permissions")));

    public Experiment {
        tags = List.copyOf(tags);
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
