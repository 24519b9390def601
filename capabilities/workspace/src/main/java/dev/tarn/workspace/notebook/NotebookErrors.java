package dev.tarn.workspace.notebook;

import dev.tarn.core.AppException;

/** What can be wrong with a notebook file. */
final class NotebookErrors {
    private NotebookErrors() {}

    static AppException notJupyter(String reason) {
        return AppException.invalid(
                "The content is not a Jupyter notebook: %s. Export it as .ipynb of nbformat 4.".formatted(reason));
    }

    static AppException notHtml() {
        return AppException.invalid("The HTML file holds no notebook. Import a file that was exported in format HTML.");
    }

    static AppException notArchive(String reason) {
        return AppException.invalid("The archive cannot be imported: %s.".formatted(reason));
    }
}
