package dev.tarn.workspace;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.core.WorkspaceId;
import dev.tarn.workspace.notebook.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder, git folder, notebook or file.
 *
 * @param structural whether it belongs to the tree itself ({@code /}, {@code /Users}, {@code /Shared}, {@code /Repos}, homes): everybody
 *     sees that it is there, and nobody deletes it
 * @param language of a notebook
 * @param format of a notebook
 * @param size in bytes; 0 for a folder
 * @param revision number of the content; 0 for a folder
 */
public record WorkspaceObject(
        long id,
        WorkspaceId workspace,
        ObjectKind kind,
        WorkspacePath path,
        boolean structural,
        Optional<Language> language,
        Optional<StoredFormat> format,
        long size,
        long revision,
        Instant createdAt,
        Instant modifiedAt)
        implements ControlledObject {
    @Override
    public ObjectType objectType() {
        return kind.type();
    }

    @Override
    public String objectId() {
        return String.valueOf(id);
    }

    /** Whether other objects can lie in it: folders and git folders. */
    public boolean isFolder() {
        return kind == ObjectKind.DIRECTORY || kind == ObjectKind.REPO;
    }
}
