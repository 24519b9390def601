package dev.tarn.workspace.internal;

import dev.tarn.core.AppException;
import dev.tarn.workspace.Content;
import dev.tarn.workspace.ImportRequest;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.WorkspaceRules;
import dev.tarn.workspace.notebook.ArchiveFormat;
import dev.tarn.workspace.notebook.HtmlFormat;
import dev.tarn.workspace.notebook.JupyterFormat;
import dev.tarn.workspace.notebook.Language;
import dev.tarn.workspace.notebook.Notebook;
import dev.tarn.workspace.notebook.SourceFormat;
import java.util.List;
import java.util.Optional;

/** Finds out what imported bytes are. */
public final class ContentReader {
    private static final String JUPYTER = ".ipynb";

    /** A content and where it is to lie. */
    public record Asset(WorkspacePath path, Content content) {}

    private ContentReader() {}

    /** One asset, or those of an archive. */
    public static List<Asset> read(ImportRequest request) {
        return switch (request.format()) {
            case AUTO -> List.of(detect(request.path(), request.content()));
            case RAW -> List.of(file(request.path(), request.content()));
            case SOURCE -> List.of(source(request));
            case JUPYTER -> List.of(jupyter(request.path(), text(request.path(), request.content())));
            case HTML -> List.of(html(request));
            case DBC -> archive(request);
        };
    }

    /** A notebook, without its extension, if the name and the content say so; else a file. */
    public static Asset detect(WorkspacePath path, byte[] content) {
        Optional<String> text = WorkspaceRules.utf8(content);
        String name = path.name();
        if (text.isPresent() && name.endsWith(JUPYTER) && JupyterFormat.detect(text.get())) {
            return jupyter(without(path, JUPYTER.length()), text.get());
        }
        Optional<Language> language = Language.ofFile(name);
        if (text.isPresent() && language.isPresent()) {
            Optional<Language> stated = SourceFormat.detect(text.get());
            if (stated.filter(found -> found.comment().equals(language.get().comment()))
                    .isPresent()) {
                return new Asset(
                        without(path, language.get().extension().length() + 1),
                        WorkspaceRules.source(language.get(), text.get()));
            }
        }
        return file(path, content);
    }

    /** The same for a file of a repository, which is never refused for what it holds: what is no sound notebook is a file. */
    public static Asset ofRepository(WorkspacePath path, byte[] content) {
        if (!WorkspaceRules.fitsNotebook(content)) {
            return file(path, content);
        }
        try {
            return detect(path, content);
        } catch (AppException e) {
            return file(path, content);
        }
    }

    private static Asset file(WorkspacePath path, byte[] content) {
        return new Asset(path, WorkspaceRules.file(content));
    }

    private static Asset source(ImportRequest request) {
        String text = text(request.path(), request.content());
        Language language = request.language()
                .or(() -> Language.ofFile(request.path().name()))
                .or(() -> SourceFormat.detect(text))
                .orElseThrow(WorkspaceRules::languageMissing);
        return new Asset(request.path(), WorkspaceRules.source(language, SourceFormat.withHeader(language, text)));
    }

    private static Asset jupyter(WorkspacePath path, String text) {
        return new Asset(path, WorkspaceRules.jupyter(JupyterFormat.read(text).language(), text));
    }

    private static Asset html(ImportRequest request) {
        Notebook notebook = HtmlFormat.read(text(request.path(), request.content()));
        return new Asset(request.path(), WorkspaceRules.source(notebook.language(), SourceFormat.write(notebook)));
    }

    private static List<Asset> archive(ImportRequest request) {
        return ArchiveFormat.read(request.content(), WorkspaceRules.MOST_UNPACKED).stream()
                .map(entry -> new Asset(
                        WorkspacePath.parse(request.path() + "/" + entry.path()),
                        WorkspaceRules.source(entry.notebook().language(), SourceFormat.write(entry.notebook()))))
                .toList();
    }

    private static String text(WorkspacePath path, byte[] content) {
        return WorkspaceRules.utf8(content).orElseThrow(() -> WorkspaceRules.notText(path));
    }

    private static WorkspacePath without(WorkspacePath path, int characters) {
        String value = path.value();
        return WorkspacePath.parse(value.substring(0, value.length() - characters));
    }
}
