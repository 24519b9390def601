package dev.tarn.workspace;

import dev.tarn.workspace.notebook.Language;
import java.util.Optional;

/** What is to be put into the tree. @param language needed for SOURCE, unless the path's extension says it */
public record ImportRequest(
        WorkspacePath path, Format format, Optional<Language> language, byte[] content, boolean overwrite) {
    /** How the content is to be read. AUTO looks at the name and the first line. */
    public enum Format {
        SOURCE,
        HTML,
        JUPYTER,
        DBC,
        AUTO,
        RAW
    }
}
