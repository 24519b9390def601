package dev.tarn.git.internal;

import dev.tarn.git.GitErrors;
import dev.tarn.git.internal.LocalFiles.LocalFile;
import dev.tarn.workspace.Content;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.Worktrees;
import dev.tarn.workspace.Worktrees.Imported;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What has to happen in a git folder so that it holds the files of a commit: made from what is there, before the transaction that
 * does it. Changes that nobody committed stay where the commit does not touch them; where it does, there is no plan.
 */
public final class CheckoutPlan {
    /** A file to be written. @param preferred its name if no other file took it */
    public record Write(TargetFile file, String name, String preferred, Content content) {}

    private final Clone clone;
    private final WorkspacePath folder;
    private final LocalFiles local;
    private final Predicate<String> discard;
    private final Map<String, TargetFile> target = new HashMap<>();
    private final Map<String, Imported> loaded = new HashMap<>();
    private final Map<String, String> preferred = new HashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, WorkspaceObject> removals = new HashMap<>();
    private final Set<String> forgotten = new TreeSet<>();

    private CheckoutPlan(Clone clone, WorkspacePath folder, LocalFiles local, Predicate<String> discard) {
        this.clone = clone;
        this.folder = folder;
        this.local = local;
        this.discard = discard;
    }

    /**
     * @param discard which files may lose changes that nobody committed
     * @throws dev.tarn.core.AppException GIT_CONFLICT with the files that would lose changes; INVALID_PARAMETER_VALUE for names that
     *     the workspace does not take
     */
    public static CheckoutPlan of(
            Clone clone, WorkspacePath folder, LocalFiles local, List<TargetFile> files, Predicate<String> discard) {
        CheckoutPlan plan = new CheckoutPlan(clone, folder, local, discard);
        files.forEach(file -> plan.target.put(file.path(), file));
        Set<String> kept = plan.kept();
        plan.plan(files, kept, plan.names(files));
        return plan;
    }

    public List<Write> writes() {
        return writes;
    }

    /** Objects that go away. */
    public Iterable<WorkspaceObject> removals() {
        return removals.values();
    }

    /** Paths of entries that go away or are written anew. */
    public Set<String> forgotten() {
        return forgotten;
    }

    /** Paths whose uncommitted changes stay. */
    private Set<String> kept() {
        Set<String> kept = new HashSet<>();
        Set<String> conflicts = new TreeSet<>();
        local.changes().forEach((path, now) -> {
            Optional<String> base =
                    Optional.ofNullable(local.entries().get(path)).map(Entry::blob);
            Optional<String> wanted = Optional.ofNullable(target.get(path)).map(TargetFile::blob);
            if (discard.test(path)) {
                return;
            }
            if (wanted.equals(base)) {
                kept.add(path);
            } else if (!wanted.equals(now.map(LocalFile::blob))) {
                conflicts.add(path);
            }
        });
        if (!conflicts.isEmpty()) {
            throw GitErrors.wouldOverwrite(conflicts);
        }
        return kept;
    }

    /** The name of each file of the commit: a notebook goes without its extension, unless another file or folder has that name. */
    private Map<String, String> names(List<TargetFile> files) {
        Set<String> taken = new HashSet<>();
        for (TargetFile file : files) {
            taken.add(file.path());
            ancestors(file.path()).forEach(taken::add);
        }
        Map<String, String> names = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        files.stream().map(TargetFile::path).sorted().forEach(path -> {
            String wanted = preferred(path);
            boolean notebook = wanted.length() < path.length() && !taken.contains(wanted);
            String name = notebook ? wanted : normal(path);
            taken.add(name);
            String other = owners.put(name, path);
            if (other != null) {
                throw GitErrors.unusable(path, "and '" + other + "' have names that look alike");
            }
            names.put(path, name);
        });
        return names;
    }

    private String preferred(String path) {
        return preferred.computeIfAbsent(path, any -> {
            Entry entry = local.entries().get(path);
            TargetFile file = target.get(path);
            return entry != null && file != null && entry.blob().equals(file.blob())
                    ? entry.preferred()
                    : load(path).name();
        });
    }

    private Imported load(String path) {
        return loaded.computeIfAbsent(path, any -> {
            WorkspacePath.parse(folder + "/" + path); // refuses what the tree does not take
            TargetFile file = target.get(path);
            if (file == null) {
                throw new IllegalArgumentException(path);
            }
            return Worktrees.imported(path, clone.bytes(file.blob()));
        });
    }

    private static String normal(String path) {
        return WorkspacePath.parse("/folder/" + path).value().substring("/folder/".length());
    }

    private void plan(List<TargetFile> files, Set<String> kept, Map<String, String> names) {
        Set<String> used = new HashSet<>();
        for (TargetFile file : files) {
            String name = String.valueOf(names.get(file.path()));
            Optional<LocalFile> now = Optional.ofNullable(local.files().get(file.path()));
            if (kept.contains(file.path())) {
                now.ifPresent(there -> used.add(there.name()));
                continue;
            }
            used.add(name);
            boolean there = now.filter(same ->
                            same.blob().equals(file.blob()) && same.name().equals(name))
                    .isPresent();
            Entry entry = local.entries().get(file.path());
            boolean known = entry != null && entry.blob().equals(file.blob()) && entry.mode() == file.mode();
            if (!there || !known) {
                write(file, name);
            }
        }
        remove(kept, used);
        requireRoom(used);
    }

    private void write(TargetFile file, String name) {
        Imported imported = load(file.path());
        boolean asPreferred = imported.name().equals(name);
        Content content = asPreferred
                ? imported.content()
                : Worktrees.file(imported.content().bytes());
        writes.add(new Write(file, name, imported.name(), content));
        forgotten.add(file.path());
    }

    /** What the commit does not have goes, unless it is a change that stays. */
    private void remove(Set<String> kept, Set<String> used) {
        local.files().forEach((path, file) -> {
            boolean tracked = local.entries().containsKey(path);
            boolean stays = kept.contains(path) || !tracked && !discard.test(path) && !target.containsKey(path);
            if (!stays && !used.contains(file.name())) {
                removals.put(file.name(), file.object());
            }
        });
        Set<Long> known = new HashSet<>();
        local.files().values().forEach(file -> known.add(file.object().id()));
        local.objects().forEach((name, object) -> {
            if (!known.contains(object.id()) && !used.contains(name) && discard.test(name)) {
                removals.put(name, object);
            }
        });
        local.entries().keySet().stream()
                .filter(path -> !target.containsKey(path))
                .forEach(forgotten::add);
    }

    /** Files that stay must not lie where others are to be written. */
    private void requireRoom(Set<String> used) {
        Map<String, String> staying = new HashMap<>();
        Set<String> folders = new HashSet<>();
        local.objects().keySet().stream()
                .filter(name -> !removals.containsKey(name) && !used.contains(name))
                .forEach(name -> {
                    staying.put(name, name);
                    ancestors(name).forEach(folders::add);
                });
        Set<String> conflicts = new TreeSet<>();
        for (Write write : writes) {
            boolean inTheWay = folders.contains(write.name())
                    || ancestors(write.name()).stream().anyMatch(staying::containsKey);
            if (inTheWay) {
                conflicts.add(write.name());
            }
        }
        if (!conflicts.isEmpty()) {
            throw GitErrors.wouldOverwrite(conflicts);
        }
        Map<Long, LocalFile> owners = new HashMap<>();
        local.files().values().forEach(file -> owners.put(file.object().id(), file));
        for (Write write : writes) {
            Optional.ofNullable(local.objects().get(write.name()))
                    .map(object -> owners.get(object.id()))
                    .filter(owner -> !owner.path().equals(write.file().path()))
                    .filter(owner -> !local.entries().containsKey(owner.path()) && !discard.test(owner.path()))
                    .filter(owner -> !removals.containsKey(owner.name()))
                    .ifPresent(owner -> conflicts.add(owner.path()));
        }
        if (!conflicts.isEmpty()) {
            throw GitErrors.wouldOverwrite(conflicts);
        }
    }

    private static List<String> ancestors(String path) {
        List<String> ancestors = new ArrayList<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            ancestors.add(path.substring(0, slash));
        }
        return ancestors;
    }
}
