package dev.tarn.cli.bundle.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.Me;
import dev.tarn.cli.bundle.config.Position;
import dev.tarn.cli.bundle.config.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files go along with a bundle. */
class LocalFilesTest {
    private static final Position HERE = Position.none("a test");

    @TempDir
    Path folder;

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
    }

    private Set<String> files(Map<String, List<String>> sync) {
        Value.Mapping part = new Value.Mapping(Map.of(), HERE);
        for (Map.Entry<String, List<String>> entry : sync.entrySet()) {
            List<Value> items = entry.getValue().stream()
                    .map(text -> (Value) Value.text(text, HERE))
                    .toList();
            part = part.with(entry.getKey(), new Value.Sequence(items, HERE));
        }
        Value.Mapping tree = new Value.Mapping(Map.of("sync", part), HERE);
        Bundle.Paths paths = new Bundle.Paths("/r", "/r/files", "/r/state", "/r/artifacts");
        return LocalFiles.of(
                        new Bundle(folder, "b", "t", Bundle.Mode.NONE, paths, new Me("1", "a@b", "A"), tree, List.of()))
                .keySet();
    }

    @Test
    void whatGitIgnoresStaysHome() throws IOException {
        write("databricks.yml", "src/a.py", "src/b.log", "dist/x.whl", ".git/config", ".databricks/state");
        Files.writeString(folder.resolve(".gitignore"), "*.log\ndist/\n");
        assertEquals(Set.of(".gitignore", "databricks.yml", "src/a.py"), files(Map.of()));
    }

    @Test
    void aNearerGitignoreWins() throws IOException {
        write("src/a.log", "src/keep/b.log");
        Files.writeString(folder.resolve(".gitignore"), "*.log\n.gitignore\n");
        Files.writeString(folder.resolve("src/keep/.gitignore"), "!b.log\n");
        assertEquals(Set.of("src/keep/b.log"), files(Map.of()));
    }

    @Test
    void excludeLeavesOutAndIncludeBringsBack() throws IOException {
        write("src/a.py", "tests/t.py", "dist/x.whl");
        Files.writeString(folder.resolve(".gitignore"), "dist\n.gitignore\n");
        assertEquals(
                Set.of("src/a.py", "dist/x.whl"),
                files(Map.of("exclude", List.of("tests/**"), "include", List.of("dist/*.whl"))));
    }

    @Test
    void onlyTheNamedPathsGoAlong() throws IOException {
        write("src/a.py", "docs/b.md");
        assertEquals(Set.of("docs/b.md"), files(Map.of("paths", List.of("docs"))));
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        write("src/a.py");
        Files.createSymbolicLink(folder.resolve("src/link.py"), Path.of("/etc/hostname"));
        assertEquals(Set.of("src/a.py"), files(Map.of()));
    }
}
