package dev.tarn.workspace.notebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Folders of notebooks as one file: Databricks archives (DBC), and plain zip files for people. An archive that unpacks to more than
 * it may, or has names that climb out of it, is refused as a whole.
 */
public final class ArchiveFormat {
    /** Most entries of an archive. */
    public static final int MOST_ENTRIES = 10_000;

    private static final int BUFFER = 16 * 1024;

    /** A notebook of an archive. @param path relative, without extension, such as {@code etl/load} */
    public record Entry(String path, Notebook notebook) {}

    /** Anything to be put into a zip file. */
    public record RawEntry(String path, byte[] content) {}

    private ArchiveFormat() {}

    public static byte[] write(List<Entry> entries) {
        return zip(entries.stream()
                .map(entry -> new RawEntry(
                        entry.path() + "." + entry.notebook().language().lowerName(),
                        ModelFormat.write(entry.notebook(), lastPart(entry.path()))
                                .getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    public static byte[] zip(List<RawEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (RawEntry entry : entries) {
                ZipEntry header = new ZipEntry(entry.path());
                header.setTime(0);
                zip.putNextEntry(header);
                zip.write(entry.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The notebooks of a Databricks archive, in its order.
     *
     * @param mostBytes of everything unpacked
     * @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE saying what is wrong with the archive
     */
    public static List<Entry> read(byte[] archive, long mostBytes) {
        List<Entry> entries = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        long left = mostBytes;
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
                if (++seen > MOST_ENTRIES) {
                    throw NotebookErrors.notArchive("it has more than " + MOST_ENTRIES + " entries");
                }
                String name = checked(header.getName());
                byte[] content = content(zip, left);
                left -= content.length;
                if (!header.isDirectory() && !isForeign(name)) {
                    Entry entry = entry(name, content);
                    if (!paths.add(entry.path())) {
                        throw NotebookErrors.notArchive("it has two notebooks '" + entry.path() + "'");
                    }
                    entries.add(entry);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw NotebookErrors.notArchive("it is not a zip file: " + e.getMessage());
        } catch (IOException e) {
            throw NotebookErrors.notArchive("it is cut off");
        }
        if (entries.isEmpty()) {
            throw NotebookErrors.notArchive("it holds no notebooks");
        }
        return entries;
    }

    private static byte[] content(ZipInputStream zip, long most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            content.write(buffer, 0, read);
            if (content.size() > most) {
                throw NotebookErrors.notArchive("it unpacks to more bytes than are allowed");
            }
        }
        return content.toByteArray();
    }

    private static Entry entry(String name, byte[] content) {
        try {
            Notebook notebook = ModelFormat.read(new String(content, StandardCharsets.UTF_8));
            String extension = "." + notebook.language().lowerName();
            return new Entry(
                    name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : name, notebook);
        } catch (IllegalArgumentException e) {
            throw NotebookErrors.notArchive("its entry '" + name + "' is no notebook (" + e.getMessage() + ")");
        }
    }

    /** Manifests and what zip programs leave behind. */
    private static boolean isForeign(String name) {
        return name.equals("manifest.mf")
                || name.startsWith("__MACOSX/")
                || lastPart(name).startsWith(".");
    }

    private static String checked(String name) {
        String path = name.replace('\\', '/');
        for (String part : path.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                throw NotebookErrors.notArchive("its entry '" + name + "' leads out of it");
            }
        }
        if (path.startsWith("/")) {
            throw NotebookErrors.notArchive("its entry '" + name + "' is not relative");
        }
        return path;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
