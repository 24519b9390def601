package dev.tarn.workspace;

import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import java.util.List;
import java.util.Set;

/** What can lie in the tree, with the levels that the Permissions API knows for it. */
public enum ObjectKind {
    DIRECTORY("directories", "directory"),
    NOTEBOOK("notebooks", "notebook"),
    FILE("files", "file"),
    /** A git folder: a folder whose content is a branch of a repository. */
    REPO("repos", "repo");

    private final ObjectType type;

    ObjectKind(String path, String name) {
        type = new ObjectType(
                path,
                name,
                Set.of(),
                List.of(
                        new ObjectType.Level(PermissionLevel.CAN_READ, "Can view, comment on and copy the " + name),
                        new ObjectType.Level(PermissionLevel.CAN_RUN, "Can view and run the " + name),
                        new ObjectType.Level(PermissionLevel.CAN_EDIT, "Can view, run and edit the " + name),
                        new ObjectType.Level(
                                PermissionLevel.CAN_MANAGE,
                                "Can do everything with the " + name + ", changing permissions included")));
    }

    ObjectType type() {
        return type;
    }
}
