package dev.tarn.queries;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.access.ObjectType.Level;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A saved query.
 *
 * @param version grows by one with every change of the content, from 1
 */
public record SavedQuery(
        String id,
        WorkspaceId workspace,
        QueryFolder folder,
        QueryContent content,
        long version,
        People people,
        Times times)
        implements ControlledObject {
    /** Queries as the Permissions API knows them. */
    public static final ObjectType TYPE = new ObjectType(
            "sql/queries",
            "query",
            Set.of("queries"),
            List.of(
                    new Level(PermissionLevel.CAN_VIEW, "Can view the query"),
                    new Level(PermissionLevel.CAN_RUN, "Can run the query"),
                    new Level(PermissionLevel.CAN_EDIT, "Can edit the query"),
                    new Level(PermissionLevel.CAN_MANAGE, "Can manage the query")));

    /** Who owns it, by id and by the name they had then, and who changed it last. */
    public record People(String ownerId, String ownerName, String modifierName) {}

    /** @param trashed when it was moved to the trash; it is gone for good 30 days later */
    public record Times(Instant created, Instant updated, Optional<Instant> trashed) {}

    @Override
    public ObjectType objectType() {
        return TYPE;
    }

    @Override
    public String objectId() {
        return id;
    }

    public boolean inTrash() {
        return times.trashed().isPresent();
    }
}
