package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.DeleteRepoRequest;
import com.databricks.sdk.service.workspace.GetRepoRequest;
import com.databricks.sdk.service.workspace.GetStatusRequest;
import com.databricks.sdk.service.workspace.ListReposRequest;
import com.databricks.sdk.service.workspace.ObjectType;
import com.databricks.sdk.service.workspace.RepoInfo;
import com.databricks.sdk.service.workspace.SparseCheckout;
import com.databricks.sdk.service.workspace.SparseCheckoutUpdate;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Cloning, listing, updating and deleting git folders, through the official SDK, whatever the store. */
abstract class FoldersContract extends GitFixture {
    @Test
    void aRepositoryIsClonedIntoTheTree() {
        CreateRepoResponse made = ada.repos()
                .create(new CreateRepoRequest()
                        .setUrl(upstream.folder.toString())
                        .setProvider("GITHUB")
                        .setPath(HOME + "/project"));
        assertEquals("main", made.getBranch());
        assertEquals(upstream.head("main"), made.getHeadCommitId());
        assertEquals("gitHub", made.getProvider());
        assertEquals(
                Map.of("etl", "NOTEBOOK", "lib", "DIRECTORY", "lib/helper.py", "FILE", "README.md", "FILE"),
                tree(HOME + "/project"));
        assertEquals(NOTEBOOK, text("etl"));
        var object = ada.workspace().getStatus(new GetStatusRequest().setPath(HOME + "/project"));
        assertEquals(ObjectType.REPO, object.getObjectType());
        assertEquals(made.getId(), object.getObjectId());
        assertEquals(
                made.getPath(),
                ada.repos().get(new GetRepoRequest().setRepoId(made.getId())).getPath());
        assertEquals(List.of(), changes(made.getId()));
    }

    @Test
    void whatIsCheckedOutIsByteForByteWhatTheRepositoryHas() {
        Map<String, byte[]> files = new HashMap<>();
        files.put("crlf.py", "# Databricks notebook source\r\nprint(1)\r\n".getBytes(StandardCharsets.UTF_8));
        files.put("plain.sql", "-- Databricks notebook source\nSELECT 1".getBytes(StandardCharsets.UTF_8));
        files.put(
                "note.ipynb",
                "{\"cells\": [],   \"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}\n\n"
                        .getBytes(StandardCharsets.UTF_8));
        files.put("old.ipynb", "{\"nbformat\": 3, \"worksheets\": []}".getBytes(StandardCharsets.UTF_8));
        files.put("data.bin", new byte[] {0, 1, 2, (byte) 0xff, 13, 10});
        files.put("empty", new byte[0]);
        files.put("größe/naïve file.txt", "ü".getBytes(StandardCharsets.UTF_8));
        upstream.commit("main", files, Map.of());
        long id = cloned();
        assertEquals(List.of(), changes(id));
        Map<String, String> tree = tree(HOME + "/project");
        assertEquals("NOTEBOOK", tree.get("note"));
        assertEquals("FILE", tree.get("old.ipynb"));
        assertArrayEquals(files.get("crlf.py"), read("crlf"));
        assertArrayEquals(files.get("note.ipynb"), read("note"));
        assertArrayEquals(files.get("data.bin"), read("data.bin"));
        assertArrayEquals(files.get("größe/naïve file.txt"), read("größe/naïve file.txt"));
    }

    @Test
    void notebooksWhoseNameIsTakenKeepTheirExtension() {
        upstream.commit(
                "main",
                Map.of(
                        "a.py",
                        NOTEBOOK,
                        "a.sql",
                        "-- Databricks notebook source\nSELECT 1",
                        "b.py",
                        NOTEBOOK,
                        "b/c.txt",
                        "c",
                        "d.py",
                        NOTEBOOK,
                        "d",
                        "a file"));
        long id = cloned();
        Map<String, String> tree = tree(HOME + "/project");
        assertEquals("NOTEBOOK", tree.get("a"));
        assertEquals("FILE", tree.get("a.sql"));
        assertEquals("FILE", tree.get("b.py"));
        assertEquals("FILE", tree.get("d"));
        assertEquals("FILE", tree.get("d.py"));
        assertEquals(List.of(), changes(id));
        upstream.commit("main", Map.of("etl/new.txt", "now a folder has the name"));
        update(id, "main");
        assertEquals("FILE", tree(HOME + "/project").get("etl.py"));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void withoutAPathItLiesInTheFolderOfTheUserBelowRepos() {
        CreateRepoResponse made = ada.repos().create(new CreateRepoRequest().setUrl(upstream.folder.toString()));
        String name = upstream.folder.getFileName().toString().replace(".git", "");
        assertEquals("/Repos/ada@tarn.test/" + name, made.getPath());
        assertEquals("local", made.getProvider());
        fails("INVALID_PARAMETER_VALUE", () -> create("/Repos/too/deep/place"));
        fails("INVALID_PARAMETER_VALUE", () -> create("/Repos/project"));
        assertTrue(assertFailure(() -> create("/Repos/bob@tarn.test/project"))
                .getMessage()
                .contains("/Repos/bob@tarn.test"));
        admin.repos()
                .create(new CreateRepoRequest()
                        .setUrl(upstream.folder.toString())
                        .setPath("/Repos/bob@tarn.test/project"));
        create("/Shared/project");
    }

    @Test
    void listsShowWhatTheCallerManages() {
        long id = cloned();
        create("/Repos/ada@tarn.test/one");
        create("/Repos/ada@tarn.test/two");
        give(id, "bob", PermissionLevel.CAN_EDIT);
        assertEquals(List.of("/Repos/ada@tarn.test/one", "/Repos/ada@tarn.test/two"), paths(""));
        assertEquals(List.of("/Repos/ada@tarn.test/two"), paths("/Repos/ada@tarn.test/t"));
        assertEquals(List.of(HOME + "/project"), paths("/Workspace/Users"));
        assertEquals(
                0,
                StreamSupport.stream(
                                bob.repos()
                                        .list(new ListReposRequest().setPathPrefix("/Users"))
                                        .spliterator(),
                                false)
                        .count());
    }

    @Test
    void anUpdateBringsTheNewestCommitOfABranchOrATag() {
        String first = upstream.head("main");
        long id = cloned();
        upstream.point("refs/tags/v1", first);
        upstream.point("refs/heads/dev", first);
        upstream.commit("dev", Map.of("etl.py", NOTEBOOK + "\n# dev", "new.txt", "n"));
        upstream.delete("dev", "lib/helper.py");
        update(id, "dev");
        assertEquals(NOTEBOOK + "\n# dev", text("etl"));
        assertEquals(Map.of("etl", "NOTEBOOK", "new.txt", "FILE", "README.md", "FILE"), tree(HOME + "/project"));
        assertEquals("dev", ada.repos().get(new GetRepoRequest().setRepoId(id)).getBranch());
        ada.repos().update(new UpdateRepoRequest().setRepoId(id).setTag("v1"));
        var onTag = ada.repos().get(new GetRepoRequest().setRepoId(id));
        assertNull(onTag.getBranch());
        assertEquals(first, onTag.getHeadCommitId());
        assertEquals("x = 1\n", text("lib/helper.py"));
        upstream.commit("main", Map.of("lib/helper.py", "x = 2\n"));
        update(id, "main");
        assertEquals("x = 2\n", text("lib/helper.py"));
        fails("GIT_UNKNOWN_REF", () -> update(id, "nowhere"));
        fails("INVALID_PARAMETER_VALUE", () -> update(id, "a..b"));
        fails("INVALID_PARAMETER_VALUE", () -> ada.repos().update(new UpdateRepoRequest().setRepoId(id)));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void aBranchThatWasRewrittenAtTheHostIsFollowed() {
        String first = upstream.head("main");
        upstream.commit("main", Map.of("gone.txt", "g"));
        long id = cloned();
        upstream.point("refs/heads/main", first);
        upstream.commit("main", Map.of("other.txt", "o"));
        update(id, "main");
        assertEquals(
                upstream.head("main"),
                ada.repos().get(new GetRepoRequest().setRepoId(id)).getHeadCommitId());
        assertFalse(tree(HOME + "/project").containsKey("gone.txt"));
    }

    @Test
    void changesThatWouldBeLostAreNamedAndStay() {
        long id = cloned();
        write("lib/helper.py", "x = 'mine'\n");
        write("README.md", "mine too\n");
        write("untracked.txt", "u");
        upstream.commit(
                "main", Map.of("lib/helper.py", "x = 'theirs'\n", "untracked.txt", "theirs", "etl.py", NOTEBOOK + "2"));
        DatabricksError refusal = fails("GIT_CONFLICT", () -> update(id, "main"));
        says(refusal, "lib/helper.py");
        says(refusal, "untracked.txt");
        assertFalse(refusal.getMessage().contains("README.md"));
        assertEquals("x = 'mine'\n", text("lib/helper.py"));
        assertEquals(NOTEBOOK, text("etl"));
        write("lib/helper.py", "x = 1\n");
        delete("untracked.txt");
        update(id, "main");
        assertEquals("mine too\n", text("README.md"));
        assertEquals("x = 'theirs'\n", text("lib/helper.py"));
        assertEquals(List.of("MODIFIED README.md"), changes(id));
    }

    @Test
    void forceDiscardsEveryChange() {
        long id = cloned();
        write("lib/helper.py", "x = 'mine'\n");
        write("new/untracked.txt", "u");
        delete("README.md");
        upstream.commit("main", Map.of("lib/helper.py", "x = 'theirs'\n"));
        ada.repos()
                .update(new UpdateRepoRequest().setRepoId(id).setBranch("main").setDangerouslyForceDiscardAll(true));
        assertEquals(
                Map.of("etl", "NOTEBOOK", "lib", "DIRECTORY", "lib/helper.py", "FILE", "README.md", "FILE"),
                tree(HOME + "/project"));
        assertEquals("x = 'theirs'\n", text("lib/helper.py"));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void aSparseCheckoutHasItsFoldersAndTheFilesAboveThem() {
        upstream.commit(
                "main", Map.of("src/top.txt", "t", "src/main/a.txt", "a", "src/test/b.txt", "b", "docs/c.txt", "c"));
        long id = ada.repos()
                .create(new CreateRepoRequest()
                        .setUrl(upstream.folder.toString())
                        .setProvider("gitHub")
                        .setPath(HOME + "/project")
                        .setSparseCheckout(new SparseCheckout().setPatterns(List.of("/src/main/"))))
                .getId();
        assertEquals(
                Map.of(
                        "README.md",
                        "FILE",
                        "etl",
                        "NOTEBOOK",
                        "src",
                        "DIRECTORY",
                        "src/top.txt",
                        "FILE",
                        "src/main",
                        "DIRECTORY",
                        "src/main/a.txt",
                        "FILE"),
                tree(HOME + "/project"));
        ada.repos()
                .update(new UpdateRepoRequest()
                        .setRepoId(id)
                        .setSparseCheckout(new SparseCheckoutUpdate().setPatterns(List.of("docs"))));
        assertEquals(
                Map.of("README.md", "FILE", "etl", "NOTEBOOK", "docs", "DIRECTORY", "docs/c.txt", "FILE"),
                tree(HOME + "/project"));
        write("src/main/a.txt", "not mine to see");
        says(
                refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\"}"),
                "INVALID_PARAMETER_VALUE",
                "src/main/a.txt");
        fails(
                "INVALID_PARAMETER_VALUE",
                () -> ada.repos()
                        .update(new UpdateRepoRequest()
                                .setRepoId(id)
                                .setSparseCheckout(new SparseCheckoutUpdate().setPatterns(List.of("*.py")))));
    }

    @Test
    void linksAndSubmodulesAreNotWritten() {
        upstream.commit(
                "main",
                Map.of(
                        "link",
                        "/etc/passwd".getBytes(StandardCharsets.UTF_8),
                        "sub",
                        new byte[0],
                        "run.sh",
                        new byte[] {'x'}),
                Map.of("link", FileMode.SYMLINK, "sub", FileMode.GITLINK, "run.sh", FileMode.EXECUTABLE_FILE));
        Map<String, String> before = upstream.files("main");
        long id = cloned();
        assertEquals(
                Map.of(
                        "etl",
                        "NOTEBOOK",
                        "lib",
                        "DIRECTORY",
                        "lib/helper.py",
                        "FILE",
                        "README.md",
                        "FILE",
                        "run.sh",
                        "FILE"),
                tree(HOME + "/project"));
        write("run.sh", "y");
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        Map<String, String> after = upstream.files("main");
        assertEquals(before.get("link"), after.get("link"));
        assertEquals(before.get("sub"), after.get("sub"));
        assertTrue(after.get("run.sh").startsWith("100755 "));
    }

    @Test
    void anEmptyRepositoryTakesItsFirstCommit() {
        Upstream empty = new Upstream(upstream.folder.resolveSibling("empty-" + upstream.folder.getFileName()));
        long id = ada.repos()
                .create(new CreateRepoRequest().setUrl(empty.folder.toString()).setPath(HOME + "/project"))
                .getId();
        assertEquals(Map.of(), tree(HOME + "/project"));
        write("a.txt", "first");
        assertEquals(List.of("ADDED a.txt"), changes(id));
        call("ada", "POST", id + "/commit", "{\"message\":\"first\"}");
        assertEquals("first", empty.text("main", "a.txt"));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void gitFoldersDoNotLieInEachOther() {
        cloned();
        fails("INVALID_PARAMETER_VALUE", () -> create(HOME + "/project/lib/inner"));
        fails("RESOURCE_ALREADY_EXISTS", () -> create(HOME + "/project"));
        fails("RESOURCE_DOES_NOT_EXIST", () -> create(HOME + "/no/such/folder"));
    }

    @Test
    void aDeletedFolderIsGoneWithItsClone() throws Exception {
        long id = cloned();
        assertEquals(1, clones(id));
        ada.repos().delete(new DeleteRepoRequest().setRepoId(id));
        room.outbox.drain();
        assertEquals(0, clones(id));
        fails("RESOURCE_DOES_NOT_EXIST", () -> ada.repos().get(new GetRepoRequest().setRepoId(id)));
        fails("RESOURCE_DOES_NOT_EXIST", () -> tree(HOME + "/project"));
        long again = cloned();
        ada.workspace().delete(new Delete().setPath(HOME + "/project").setRecursive(true));
        fails("RESOURCE_DOES_NOT_EXIST", () -> ada.repos().get(new GetRepoRequest().setRepoId(again)));
        http.send(
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(room.url() + "/api/tarn/v1/workspace/trash/" + again))
                        .DELETE()
                        .header("Authorization", "Bearer " + token + "--ada")
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
        room.outbox.drain();
        assertEquals(0, clones(again));
    }

    private void update(long id, String branch) {
        ada.repos().update(new UpdateRepoRequest().setRepoId(id).setBranch(branch));
    }

    private CreateRepoResponse create(String path) {
        return ada.repos()
                .create(new CreateRepoRequest()
                        .setUrl(upstream.folder.toString())
                        .setProvider("gitHub")
                        .setPath(path));
    }

    private static DatabricksError assertFailure(Executable call) {
        return org.junit.jupiter.api.Assertions.assertThrows(DatabricksError.class, call);
    }

    private List<String> paths(String prefix) {
        return StreamSupport.stream(
                        ada.repos()
                                .list(new ListReposRequest().setPathPrefix(prefix))
                                .spliterator(),
                        false)
                .map(RepoInfo::getPath)
                .toList();
    }

    static long clones(long id) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("clones"), 2)) {
            return all.filter(path -> path.getFileName().toString().equals(String.valueOf(id)))
                    .count();
        }
    }
}
