package dev.tarn.git.internal;

import dev.tarn.access.Authorized;
import dev.tarn.db.Tx;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.Worktrees;
import dev.tarn.workspace.Worktrees.RepositoryFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a git folder, in the repository's terms, beside what was checked out. Only objects that changed since are read.
 *
 * @param objects every notebook and file of the folder, by its name below it
 * @param entries what was checked out, by path
 * @param files what the folder has now, by path
 * @param colliding paths that several objects would have; one of them is in {@code files}
 */
public record LocalFiles(
        Map<String, WorkspaceObject> objects,
        Map<String, Entry> entries,
        SortedMap<String, LocalFile> files,
        List<String> colliding) {

    /** A file of the folder. @param blob id of its content */
    public record LocalFile(String path, String name, WorkspaceObject object, String blob) {}

    /** Reads a folder, in one transaction. */
    public static LocalFiles read(Tx tx, Worktrees worktrees, FolderStore store, Authorized<WorkspaceObject> folder) {
        Map<String, Entry> byPath = new HashMap<>();
        Map<String, Entry> byName = new HashMap<>();
        for (Entry entry : store.entries(tx, folder)) {
            byPath.put(entry.path(), entry);
            byName.put(entry.name(), entry);
        }
        Map<String, WorkspaceObject> objects = new HashMap<>();
        SortedMap<String, LocalFile> files = new TreeMap<>();
        List<String> colliding = new ArrayList<>();
        for (WorkspaceObject object : worktrees.files(tx, folder)) {
            String name = name(folder.value(), object);
            objects.put(name, object);
            Optional<Entry> entry = Optional.ofNullable(byName.get(name));
            LocalFile file = entry.filter(known -> isUntouched(known, object))
                    .map(known -> new LocalFile(known.path(), name, object, known.blob()))
                    .orElseGet(() -> hashed(tx, worktrees, folder, object, name, entry));
            boolean tracked =
                    entry.filter(known -> known.path().equals(file.path())).isPresent();
            if (files.containsKey(file.path())) {
                colliding.add(file.path());
            }
            if (tracked || !files.containsKey(file.path())) {
                files.put(file.path(), file);
            }
        }
        return new LocalFiles(objects, byPath, files, colliding);
    }

    /** The content of a file of the folder as the repository would have it. */
    public byte[] bytes(Tx tx, Worktrees worktrees, Authorized<WorkspaceObject> folder, LocalFile file) {
        return exported(
                        tx,
                        worktrees,
                        folder,
                        file.object(),
                        file.name(),
                        Optional.ofNullable(entries.get(file.path())))
                .bytes();
    }

    /** Paths of files that differ from what was checked out, in order, with what they are now; empty for deleted ones. */
    public SortedMap<String, Optional<LocalFile>> changes() {
        SortedMap<String, Optional<LocalFile>> changes = new TreeMap<>();
        files.forEach((path, file) -> {
            Entry entry = entries.get(path);
            if (entry == null || !entry.blob().equals(file.blob())) {
                changes.put(path, Optional.of(file));
            }
        });
        entries.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .forEach(path -> changes.put(path, Optional.empty()));
        return changes;
    }

    /** A folder that holds nothing yet. */
    public static LocalFiles none() {
        return new LocalFiles(Map.of(), Map.of(), new TreeMap<>(), List.of());
    }

    /** Whether the folder still holds what it held when it was read. */
    public boolean isStill(List<WorkspaceObject> now) {
        Map<Long, WorkspaceObject> byId = new HashMap<>();
        now.forEach(object -> byId.put(object.id(), object));
        return objects.size() == byId.size()
                && objects.values().stream().allMatch(then -> {
                    WorkspaceObject same = byId.get(then.id());
                    return same != null
                            && same.revision() == then.revision()
                            && same.path().equals(then.path());
                });
    }

    private static boolean isUntouched(Entry entry, WorkspaceObject object) {
        return entry.objectId() == object.id() && entry.revision() == object.revision();
    }

    private static LocalFile hashed(
            Tx tx,
            Worktrees worktrees,
            Authorized<WorkspaceObject> folder,
            WorkspaceObject object,
            String name,
            Optional<Entry> entry) {
        RepositoryFile file = exported(tx, worktrees, folder, object, name, entry);
        return new LocalFile(file.path(), name, object, Clone.blobId(file.bytes()));
    }

    private static RepositoryFile exported(
            Tx tx,
            Worktrees worktrees,
            Authorized<WorkspaceObject> folder,
            WorkspaceObject object,
            String name,
            Optional<Entry> entry) {
        return Worktrees.exported(object, worktrees.content(tx, folder, object), name, entry.map(Entry::path));
    }

    private static String name(WorkspaceObject folder, WorkspaceObject object) {
        return object.path().value().substring(folder.path().value().length() + 1);
    }
}
