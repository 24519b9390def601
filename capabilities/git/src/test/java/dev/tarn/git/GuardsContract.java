package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.DeleteRepoRequest;
import com.databricks.sdk.service.workspace.GetRepoPermissionLevelsRequest;
import com.databricks.sdk.service.workspace.GetRepoPermissionsRequest;
import com.databricks.sdk.service.workspace.GetRepoRequest;
import com.databricks.sdk.service.workspace.GetStatusRequest;
import com.databricks.sdk.service.workspace.RepoPermissionsRequest;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;

/** What is refused: places that nobody listed, hostile repositories, too much, and people without rights; whatever the store. */
abstract class GuardsContract extends GitFixture {
    private static final List<List<String>> READING =
            List.of(List.of("GET", "/status"), List.of("GET", "/diff?path=README.md"), List.of("GET", "/branches"));
    private static final List<List<String>> CHANGING = List.of(
            List.of("POST", "/branches", "{\"name\":\"b\"}"),
            List.of("POST", "/fetch", "{}"),
            List.of("POST", "/pull", "{}"),
            List.of("POST", "/push", "{}"),
            List.of("POST", "/commit", "{\"message\":\"m\"}"),
            List.of("POST", "/discard", "{}"));

    @Test
    void onlyListedHostsAndPlacesMayBeCloned() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside.git"));
        try (Upstream other = new Upstream(outside)) {
            other.commit("main", Map.of("secret.txt", "s"));
        }
        Files.createSymbolicLink(folder.resolve("upstream/link-" + upstream.folder.getFileName()), outside);
        for (String url : List.of(
                "https://evil.example/x.git",
                "https://github.com.evil.example/x.git",
                "https://github.com:8443/x.git",
                "https://127.0.0.1/x.git",
                outside.toString(),
                "file://" + outside,
                folder.resolve("upstream/../outside.git").toString(),
                folder.resolve("upstream/link-" + upstream.folder.getFileName()).toString(),
                folder.resolve("upstream").toString())) {
            fails("GIT_URL_NOT_ON_ALLOW_LIST", () -> create(url));
        }
        for (String url : List.of(
                "http://github.com/x.git",
                "ssh://git@github.com/x.git",
                "git@github.com:x/y.git",
                "git://github.com/x.git",
                "ext::sh -c touch% /tmp/x",
                "https://user:password@github.com/x.git",
                "https://github.com",
                "https://github.com/x.git?service=y",
                "https://github.com/x y.git",
                "relative/path",
                "-u/x")) {
            fails("INVALID_PARAMETER_VALUE", () -> create(url));
        }
        fails(
                "GIT_REMOTE_ERROR",
                () -> create(folder.resolve("upstream/nothing.git").toString()));
        Files.createDirectories(folder.resolve("upstream/no-repository"));
        fails(
                "GIT_REMOTE_ERROR",
                () -> create(folder.resolve("upstream/no-repository").toString()));
        says(
                fails(
                        "INVALID_PARAMETER_VALUE",
                        () -> ada.repos()
                                .create(new CreateRepoRequest()
                                        .setUrl("https://github.com/x/y")
                                        .setProvider("gitLab"))),
                "github.com");
        nothingStays();
    }

    @Test
    void namesThatAreNoPlainNamesAreRefused() throws IOException {
        for (String name : List.of("..", ".git", ".GIT", "git~1", ".g\u200cit", "a\nb")) {
            try (ObjectInserter inserter = upstream.repository().newObjectInserter()) {
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
                TreeFormatter inner = new TreeFormatter();
                inner.append("config", FileMode.REGULAR_FILE, blob);
                TreeFormatter tree = new TreeFormatter();
                tree.append(
                        name.getBytes(StandardCharsets.UTF_8),
                        0,
                        name.getBytes(StandardCharsets.UTF_8).length,
                        FileMode.TREE,
                        inserter.insert(inner),
                        true);
                upstream.commit("main", inserter.insert(tree), inserter);
            }
            fails("INVALID_PARAMETER_VALUE", () -> create(upstream.folder.toString()));
        }
        nothingStays();
    }

    @Test
    void tooMuchIsRefusedAndNothingStays() {
        upstream.commit("main", Map.of("large.txt", "0123456789abcdef".repeat((int) GitRoom.MOST_BRANCH_BYTES / 16)));
        says(fails("RESOURCE_LIMIT_EXCEEDED", () -> create(upstream.folder.toString())), "max-branch-bytes");
        upstream.delete("main", "large.txt");
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < GitRoom.MOST_FILES; i++) {
            many.put("many/" + i + ".txt", "x");
        }
        upstream.commit("main", many);
        says(fails("RESOURCE_LIMIT_EXCEEDED", () -> create(upstream.folder.toString())), "max-files");
        byte[] noise = new byte[9 << 20];
        new Random(1).nextBytes(noise);
        upstream.commit("history", Map.of("noise", noise), Map.of());
        upstream.delete("history", "noise");
        says(fails("RESOURCE_LIMIT_EXCEEDED", () -> create(upstream.folder.toString())), "max-clone-bytes");
        nothingStays();
    }

    @Test
    void whoHasNoLevelFindsNothing() {
        long id = cloned();
        for (List<String> route :
                Stream.concat(READING.stream(), CHANGING.stream()).toList()) {
            String body = route.size() > 2 ? route.get(2) : "";
            refused(404, "bob", route.get(0), id + route.get(1), body);
        }
        fails("RESOURCE_DOES_NOT_EXIST", () -> bob.repos().get(new GetRepoRequest().setRepoId(id)));
        fails(
                "RESOURCE_DOES_NOT_EXIST",
                () -> bob.repos().update(new UpdateRepoRequest().setRepoId(id).setBranch("main")));
        fails("RESOURCE_DOES_NOT_EXIST", () -> bob.repos().delete(new DeleteRepoRequest().setRepoId(id)));
        String text = String.valueOf(id);
        fails(
                "RESOURCE_DOES_NOT_EXIST",
                () -> bob.repos().getPermissions(new GetRepoPermissionsRequest().setRepoId(text)));
        fails(
                "RESOURCE_DOES_NOT_EXIST",
                () -> bob.repos().getPermissionLevels(new GetRepoPermissionLevelsRequest().setRepoId(text)));
        fails(
                "RESOURCE_DOES_NOT_EXIST",
                () -> bob.repos().setPermissions(new RepoPermissionsRequest().setRepoId(text)));
        fails(
                "RESOURCE_DOES_NOT_EXIST",
                () -> bob.repos().updatePermissions(new RepoPermissionsRequest().setRepoId(text)));
        DatabricksError there = org.junit.jupiter.api.Assertions.assertThrows(
                DatabricksError.class,
                () -> bob.repos()
                        .create(new CreateRepoRequest()
                                .setUrl(upstream.folder.toString())
                                .setPath(HOME + "/mine")));
        assertEquals("RESOURCE_DOES_NOT_EXIST", there.getErrorCode());
    }

    @Test
    void whoReadsOrEditsDoesNotMoveTheFolder() {
        long id = cloned();
        for (PermissionLevel level :
                List.of(PermissionLevel.CAN_READ, PermissionLevel.CAN_RUN, PermissionLevel.CAN_EDIT)) {
            give(id, "bob", level);
            call("bob", "GET", id + "/status", "");
            call("bob", "GET", id + "/branches", "");
            bob.repos().get(new GetRepoRequest().setRepoId(id));
            for (List<String> route : CHANGING) {
                says(refused(403, "bob", route.get(0), id + route.get(1), route.get(2)), "PERMISSION_DENIED", "");
            }
            fails(
                    "PERMISSION_DENIED",
                    () -> bob.repos()
                            .update(new UpdateRepoRequest().setRepoId(id).setBranch("main")));
            fails("PERMISSION_DENIED", () -> bob.repos().delete(new DeleteRepoRequest().setRepoId(id)));
            fails(
                    "PERMISSION_DENIED",
                    () -> bob.repos().updatePermissions(new RepoPermissionsRequest().setRepoId(String.valueOf(id))));
        }
        give(id, "bob", PermissionLevel.CAN_MANAGE);
        bob.repos().update(new UpdateRepoRequest().setRepoId(id).setBranch("main"));
        assertEquals(
                4,
                ada.repos()
                        .getPermissionLevels(new GetRepoPermissionLevelsRequest().setRepoId(String.valueOf(id)))
                        .getPermissionLevels()
                        .size());
        assertEquals(
                "repo",
                ada.repos()
                        .getPermissions(new GetRepoPermissionsRequest().setRepoId(String.valueOf(id)))
                        .getObjectType());
    }

    @Test
    void brokenRequestsAreAnsweredWithWhatIsWrong() {
        long id = cloned();
        says(refused(400, "ada", "POST", id + "/commit", "{\"message\":\" \"}"), "INVALID_PARAMETER_VALUE", "message");
        says(refused(400, "ada", "POST", id + "/commit", "[]"), "MALFORMED_REQUEST", "JSON object");
        says(
                refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\",\"paths\":\"x\"}"),
                "INVALID_PARAMETER_VALUE",
                "paths");
        says(refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\"}"), "INVALID_STATE", "nothing to commit");
        says(refused(400, "ada", "POST", id + "/pull", "{\"mode\":\"rebase\"}"), "INVALID_PARAMETER_VALUE", "mode");
        says(refused(400, "ada", "POST", "x/pull", "{}"), "INVALID_PARAMETER_VALUE", "whole number");
        says(
                refused(404, "ada", "POST", id + "/push", "{\"git_credential_id\":12}"),
                "RESOURCE_DOES_NOT_EXIST",
                "credential");
        says(refused(404, "ada", "GET", "12/status", ""), "RESOURCE_DOES_NOT_EXIST", "12");
        fails("INVALID_PARAMETER_VALUE", () -> ada.repos().create(new CreateRepoRequest()));
        fails(
                "INVALID_PARAMETER_VALUE",
                () -> ada.repos()
                        .update(new UpdateRepoRequest()
                                .setRepoId(id)
                                .setBranch("a")
                                .setTag("b")));
    }

    private void create(String url) {
        ada.repos().create(new CreateRepoRequest().setUrl(url).setPath(HOME + "/project"));
    }

    /** Neither an object in the tree nor a clone of this workspace on disk. */
    private void nothingStays() {
        String workspace = workspaceId();
        assertEquals(
                List.of(),
                room.db.read(tx -> tx.list(
                        "SELECT id FROM git_folder WHERE workspace = :workspace",
                        Map.of("workspace", Long.parseLong(workspace)),
                        row -> row.number("id"))));
        Path clones = folder.resolve("clones").resolve(workspace);
        try (Stream<Path> left = Files.exists(clones) ? Files.list(clones) : Stream.empty()) {
            assertEquals(0, left.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fails("RESOURCE_DOES_NOT_EXIST", () -> tree(HOME + "/project"));
    }

    private String workspaceId() {
        long home =
                ada.workspace().getStatus(new GetStatusRequest().setPath(HOME)).getObjectId();
        long workspace = room.db.read(
                tx -> tx.number("SELECT workspace FROM workspace_object WHERE id = :id", Map.of("id", home)));
        return String.valueOf(workspace);
    }
}
