package dev.tarn.secrets;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import java.util.List;
import java.util.Set;

/**
 * A scope: a name under which secrets lie, with one access control list for all of them.
 *
 * @param id of this scope alone; a scope that is made anew under an old name has another
 * @param name shown to everybody in the workspace
 */
public record Scope(String id, WorkspaceId workspace, String name) implements ControlledObject {
    /** Scopes have an API for their lists of their own, so the Permissions API does not know them. */
    static final ObjectType TYPE = new ObjectType(
            "secrets/scopes",
            "secretScope",
            Set.of(),
            List.of(
                    new ObjectType.Level(PermissionLevel.CAN_READ, "Can read the secrets"),
                    new ObjectType.Level(PermissionLevel.CAN_EDIT, "Can read and write the secrets"),
                    new ObjectType.Level(
                            PermissionLevel.CAN_MANAGE, "Can read and write the secrets and change who may")));

    @Override
    public ObjectType objectType() {
        return TYPE;
    }

    @Override
    public String objectId() {
        return id;
    }
}
