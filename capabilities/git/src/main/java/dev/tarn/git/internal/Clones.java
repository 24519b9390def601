package dev.tarn.git.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.git.GitConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.StoredConfig;

/** The clones on disk, each a bare repository at {@code workspace/id}. Thread-safe; one clone is changed by one thread at a time. */
public final class Clones {
    private final GitConfig config;

    public Clones(GitConfig config) {
        this.config = config;
        IsolatedGit.install();
    }

    /** Makes an empty clone. */
    public Clone create(WorkspaceId workspace, long id) {
        Path folder = folder(workspace, id);
        try {
            Files.createDirectories(folder);
            BareRepository repository = new BareRepository(folder);
            repository.create(true);
            StoredConfig settings = repository.getConfig();
            settings.setString(
                    "core", null, "hooksPath", folder.resolve("no-hooks").toString());
            settings.setString("gc", null, "auto", "0");
            settings.setString("http", null, "followRedirects", "true");
            settings.save();
            return new Clone(repository, config);
        } catch (IOException e) {
            throw new UncheckedIOException("A clone could not be made below " + config.clones(), e);
        }
    }

    public Clone open(WorkspaceId workspace, long id) {
        try {
            return new Clone(new BareRepository(folder(workspace, id)), config);
        } catch (IOException e) {
            throw new UncheckedIOException("The clone of git folder " + id + " cannot be opened", e);
        }
    }

    /** Deletes a clone, if it is there. */
    public void delete(WorkspaceId workspace, long id) {
        delete(folder(workspace, id));
    }

    public void deleteAll(WorkspaceId workspace) {
        delete(config.clones().resolve(String.valueOf(workspace.value())));
    }

    /** Deletes clones that belong to no folder: what a process that was killed left behind. At start only. */
    public void deleteAllBut(Collection<Long> ids) {
        Set<String> kept = ids.stream().map(String::valueOf).collect(Collectors.toSet());
        for (Path workspace : children(config.clones())) {
            for (Path clone : children(workspace)) {
                if (!kept.contains(clone.getFileName().toString())) {
                    delete(clone);
                }
            }
        }
    }

    private Path folder(WorkspaceId workspace, long id) {
        return config.clones().resolve(String.valueOf(workspace.value())).resolve(String.valueOf(id));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A clone could not be deleted", e);
        }
    }
}
