package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Brings files to the workspace: those whose content has changed, several at once; deletes those that are gone here. */
final class Uploads {
    private static final int PARALLEL = 8;
    private static final String NOTEBOOK = "# Databricks notebook source";

    private final Api api;
    private final Bundle bundle;
    private final State state;
    private final Consumer<String> say;
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    Uploads(Api api, Bundle bundle, State state, Consumer<String> say) {
        this.api = api;
        this.bundle = bundle;
        this.state = state;
        this.say = say;
    }

    void upload(SortedMap<String, Path> files) {
        Map<String, String> digests = new ConcurrentHashMap<>();
        List<String> changed = new ArrayList<>();
        files.forEach((name, file) -> {
            String digest = digest(file);
            digests.put(name, digest);
            if (!digest.equals(state.files().get(name))) {
                changed.add(name);
            }
        });
        List<String> gone = state.files().keySet().stream()
                .filter(name -> !files.containsKey(name))
                .toList();
        inParallel(changed, name -> put(name, bundle.root().resolve(name)));
        inParallel(gone, name -> api.deletePath(stored(name), false));
        state.files().keySet().retainAll(files.keySet());
        state.files().putAll(digests);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            say.accept("uploaded %d files to %s%s"
                    .formatted(
                            changed.size(), bundle.paths().files(), gone.isEmpty() ? "" : ", deleted " + gone.size()));
        }
    }

    private void put(String name, Path file) {
        String path = bundle.paths().files() + "/" + name;
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (folders.add(folder)) {
            api.makeFolders(folder);
        }
        byte[] content = read(file);
        try {
            api.importFile(path, content, true);
        } catch (DatabricksError e) {
            if (e.getStatusCode() != 404) {
                throw e;
            }
            api.makeFolders(folder);
            api.importFile(path, content, true);
        }
    }

    /** A notebook's source has lost its ending in the workspace. */
    private String stored(String name) {
        String path = bundle.paths().files() + "/" + name;
        String digest = state.files().getOrDefault(name, "");
        return digest.startsWith("notebook:") ? path.replaceAll("\\.(py|sql|scala|r|R|ipynb)$", "") : path;
    }

    private static void inParallel(List<String> names, Consumer<String> work) {
        ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<?>> all = new ArrayList<>();
            names.forEach(name -> all.add(pool.submit(() -> work.accept(name))));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("the upload was interrupted; deploy again to go on.");
        } finally {
            pool.shutdownNow();
        }
    }

    private static String digest(Path file) {
        byte[] content = read(file);
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return (isNotebook(file, content) ? "notebook:" : "") + hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNotebook(Path file, byte[] content) {
        String name = String.valueOf(file.getFileName());
        String first = new String(content, 0, Math.min(content.length, 100), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        return name.endsWith(".ipynb")
                || (name.endsWith(".py") || name.endsWith(".r") || name.endsWith(".R")) && first.startsWith(NOTEBOOK)
                || name.endsWith(".sql") && first.startsWith("-- Databricks notebook source")
                || name.endsWith(".scala") && first.startsWith("// Databricks notebook source");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
