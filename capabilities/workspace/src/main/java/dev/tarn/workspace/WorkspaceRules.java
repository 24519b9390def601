package dev.tarn.workspace;

import dev.tarn.core.AppException;
import dev.tarn.workspace.notebook.Language;
import java.util.Optional;

/** Sizes and forms that contents must keep to. */
public final class WorkspaceRules {
    /** Of everything in one archive. */
    public static final long MOST_UNPACKED = 100L << 20;

    private static final int LARGEST_NOTEBOOK = 10 << 20;
    private static final int LARGEST_FILE = 50 << 20;

    private WorkspaceRules() {}

    /** The text of bytes that are UTF-8 without NUL. */
    public static Optional<String> utf8(byte[] bytes) {
        return Content.utf8(bytes);
    }

    public static Content file(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            throw WorkspaceErrors.tooLarge("A file in the workspace", LARGEST_FILE);
        }
        return Content.file(bytes);
    }

    /** A notebook in source format. */
    public static Content source(Language language, String text) {
        return sized(Content.notebook(language, StoredFormat.SOURCE, text));
    }

    /** A notebook in Jupyter's format. */
    public static Content jupyter(Language language, String text) {
        return sized(Content.notebook(language, StoredFormat.JUPYTER, text));
    }

    private static Content sized(Content notebook) {
        if (notebook.size() > LARGEST_NOTEBOOK) {
            throw WorkspaceErrors.tooLarge("A notebook", LARGEST_NOTEBOOK);
        }
        return notebook;
    }

    /** Whether bytes may be a notebook, by their number. */
    public static boolean fitsNotebook(byte[] bytes) {
        return bytes.length <= LARGEST_NOTEBOOK;
    }

    /** Largest file, in bytes. */
    public static long mostFileBytes() {
        return LARGEST_FILE;
    }

    public static AppException languageMissing() {
        return AppException.invalid(
                "'language' is missing: a notebook in format SOURCE needs PYTHON, SQL, SCALA or R.");
    }

    public static AppException notText(WorkspacePath path) {
        return WorkspaceErrors.notText(path);
    }

    /** A format that an object cannot be exported in. */
    public static AppException notExportable(WorkspaceObject object, String format) {
        return WorkspaceErrors.format(object.objectType().name(), format);
    }

    /** A format that folders cannot be exported in. */
    public static AppException folderNotExportable(String format) {
        return AppException.invalid(
                "A folder cannot be exported in format %s. Use DBC, SOURCE or AUTO.".formatted(format));
    }
}
