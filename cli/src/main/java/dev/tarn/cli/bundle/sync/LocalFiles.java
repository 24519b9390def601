package dev.tarn.cli.bundle.sync;

import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.config.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.ignore.IgnoreNode.MatchResult;

/**
 * The files below {@code sync.paths} that {@code .gitignore} files and {@code sync.exclude} do not leave out, and those that
 * {@code sync.include} brings back. Symbolic links are not followed.
 */
public final class LocalFiles {
    private static final Set<String> NEVER = Set.of(".git", ".databricks");

    private final Path root;
    private final IgnoreNode include;
    private final IgnoreNode exclude;
    private final Map<Path, IgnoreNode> ignores = new HashMap<>();
    private final SortedMap<String, Path> found = new TreeMap<>();

    private LocalFiles(Path root, List<Value> include, List<Value> exclude) {
        this.root = root;
        this.include = rules(include);
        this.exclude = rules(exclude);
    }

    /** Files by their path below the bundle's files in the workspace, with slashes. */
    public static SortedMap<String, Path> of(Bundle bundle) {
        LocalFiles files = new LocalFiles(
                bundle.root(),
                bundle.tree().itemsAt("sync", "include"),
                bundle.tree().itemsAt("sync", "exclude"));
        List<Value> paths = bundle.tree().itemsAt("sync", "paths");
        if (paths.isEmpty()) {
            files.walk(bundle.root());
        }
        for (Value path : paths) {
            String text = path instanceof Value.Scalar scalar ? scalar.text() : "";
            Path start = bundle.root().resolve(text).normalize();
            if (!start.startsWith(bundle.root()) || !Files.exists(start)) {
                throw new BundleException(Problem.error(
                        "'" + text + "' is no file or folder below the bundle's folder.", "sync.paths", path.at()));
            }
            files.walk(start);
        }
        return files.found;
    }

    private void walk(Path start) {
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean never = folder.getFileName() != null
                            && NEVER.contains(folder.getFileName().toString());
                    return never ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && wanted(file)) {
                        found.put(name(file), file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new BundleException("the bundle's files cannot be listed (" + e.getMessage() + ").");
        }
    }

    private boolean wanted(Path file) throws IOException {
        String name = name(file);
        if (matches(include, name)) {
            return true;
        }
        return !matches(exclude, name) && !ignored(file);
    }

    /** Whether a .gitignore from the file's folder up to the bundle's says so; the nearest that knows decides. */
    private boolean ignored(Path file) throws IOException {
        for (Path entry = file; entry != null && !entry.equals(root); entry = entry.getParent()) {
            boolean folder = !entry.equals(file);
            for (Path at = entry.getParent(); at != null && at.startsWith(root); at = at.getParent()) {
                MatchResult result =
                        ignore(at).isIgnored(at.relativize(entry).toString().replace('\\', '/'), folder);
                if (result == MatchResult.IGNORED) {
                    return true;
                }
                if (result == MatchResult.NOT_IGNORED) {
                    break;
                }
            }
        }
        return false;
    }

    private IgnoreNode ignore(Path folder) throws IOException {
        IgnoreNode known = ignores.get(folder);
        if (known == null) {
            known = new IgnoreNode();
            Path file = folder.resolve(".gitignore");
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    known.parse(in);
                }
            }
            ignores.put(folder, known);
        }
        return known;
    }

    private static IgnoreNode rules(List<Value> patterns) {
        return new IgnoreNode(patterns.stream()
                .filter(Value.Scalar.class::isInstance)
                .map(pattern -> new FastIgnoreRule(((Value.Scalar) pattern).text()))
                .toList());
    }

    private static boolean matches(IgnoreNode rules, String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
            if (rules.isIgnored(name.substring(0, end), end < name.length()) == MatchResult.IGNORED) {
                return true;
            }
        }
        return false;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
