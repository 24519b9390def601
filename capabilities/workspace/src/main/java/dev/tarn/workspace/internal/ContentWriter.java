package dev.tarn.workspace.internal;

import dev.tarn.workspace.Content;
import dev.tarn.workspace.Exported;
import dev.tarn.workspace.ObjectKind;
import dev.tarn.workspace.StoredFormat;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.WorkspaceRules;
import dev.tarn.workspace.notebook.ArchiveFormat;
import dev.tarn.workspace.notebook.HtmlFormat;
import dev.tarn.workspace.notebook.JupyterFormat;
import dev.tarn.workspace.notebook.Language;
import dev.tarn.workspace.notebook.Notebook;
import dev.tarn.workspace.notebook.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes what is exported of what is kept. */
public final class ContentWriter {
    /** An object with its content. */
    public record Part(WorkspaceObject object, Content content) {}

    private ContentWriter() {}

    public static Exported one(Part part, Exported.Format format) {
        return part.object().kind() == ObjectKind.FILE ? file(part, format) : notebook(part, format);
    }

    private static Exported file(Part part, Exported.Format format) {
        String name = part.object().path().name();
        return switch (format) {
            case SOURCE, AUTO, RAW ->
                new Exported(
                        name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "",
                        part.content().bytes());
            default -> throw WorkspaceRules.notExportable(part.object(), format.name());
        };
    }

    private static Exported notebook(Part part, Exported.Format format) {
        String name = part.object().path().name();
        boolean jupyter =
                part.content().format().filter(StoredFormat.JUPYTER::equals).isPresent();
        return switch (format) {
            case SOURCE -> new Exported(language(part).extension(), source(part));
            case JUPYTER -> new Exported("ipynb", jupyter(part));
            case AUTO, RAW ->
                jupyter
                        ? new Exported("ipynb", jupyter(part))
                        : new Exported(language(part).extension(), source(part));
            case HTML -> new Exported("html", bytes(HtmlFormat.write(cells(part), name)));
            case DBC -> new Exported("dbc", ArchiveFormat.write(List.of(new ArchiveFormat.Entry(name, cells(part)))));
        };
    }

    /** @param parts of the folder, at any depth */
    public static Exported folder(WorkspacePath folder, List<Part> parts, Exported.Format format) {
        List<ArchiveFormat.Entry> notebooks = new ArrayList<>();
        List<ArchiveFormat.RawEntry> files = new ArrayList<>();
        for (Part part : parts) {
            String path = part.object()
                    .path()
                    .value()
                    .substring(folder.isRoot() ? 1 : folder.value().length() + 1);
            if (part.object().kind() == ObjectKind.NOTEBOOK) {
                if (format == Exported.Format.DBC) {
                    notebooks.add(new ArchiveFormat.Entry(path, cells(part)));
                } else {
                    Exported exported = notebook(part, format);
                    files.add(new ArchiveFormat.RawEntry(path + "." + exported.fileType(), exported.content()));
                }
            } else if (format == Exported.Format.AUTO) {
                files.add(new ArchiveFormat.RawEntry(path, part.content().bytes()));
            }
        }
        return switch (format) {
            case DBC -> new Exported("dbc", ArchiveFormat.write(notebooks));
            case SOURCE, AUTO -> new Exported("zip", ArchiveFormat.zip(files));
            default -> throw WorkspaceRules.folderNotExportable(format.name());
        };
    }

    private static byte[] source(Part part) {
        boolean kept =
                part.content().format().filter(StoredFormat.SOURCE::equals).isPresent();
        return kept ? part.content().bytes() : bytes(SourceFormat.write(cells(part)));
    }

    private static byte[] jupyter(Part part) {
        boolean kept =
                part.content().format().filter(StoredFormat.JUPYTER::equals).isPresent();
        return kept
                ? part.content().bytes()
                : bytes(JupyterFormat.write(cells(part), part.object().path().name()));
    }

    private static Notebook cells(Part part) {
        String text = part.content().text();
        return part.content().format().filter(StoredFormat.JUPYTER::equals).isPresent()
                ? JupyterFormat.read(text)
                : SourceFormat.read(language(part), text);
    }

    private static Language language(Part part) {
        return part.content().language().orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
