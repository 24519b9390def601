package dev.tarn.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.AccessControlRequest;
import com.databricks.sdk.service.iam.CreateUserRequest;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.Mkdirs;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.db.DatabaseConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the room does, through the official SDK and by hand, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkspaceContract {
    private static final String SOURCE =
            "# Databricks notebook source\nprint(1)\n\n# COMMAND ----------\n\n# MAGIC %md\n# MAGIC # Hi";
    private static final String HOME = "/Users/ada@tarn.test";

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private WorkspaceRoom room;
    private String token = "";
    private WorkspaceClient admin;
    private WorkspaceClient ada;
    private WorkspaceClient bob;

    abstract DatabaseConfig store(Path folder);

    @BeforeAll
    void open() {
        room = new WorkspaceRoom(store(folder), folder);
    }

    @AfterAll
    void close() {
        room.close();
    }

    @BeforeEach
    void workspace() {
        token = WorkspaceRoom.workspace();
        admin = room.sdk(token);
        ada = room.sdk(token + "--ada");
        bob = room.sdk(token + "--bob");
        paths(admin, "/");
        paths(ada, "/");
        paths(bob, "/");
    }

    @Test
    void everybodyHasTheFirstFoldersAndAHome() {
        assertEquals(List.of("/Repos", "/Shared", "/Users"), paths(bob, "/"));
        assertEquals(List.of(HOME), paths(ada, "/Users"));
        assertEquals(
                List.of("/Users/ada@tarn.test", "/Users/admin@tarn.test", "/Users/bob@tarn.test"),
                paths(admin, "/Users"));
        assertEquals(ObjectType.DIRECTORY, status(ada, "/Workspace" + HOME).getObjectType());
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(bob, HOME)));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> paths(bob, HOME)));
        for (String path : List.of("/", "/Users", "/Shared", HOME)) {
            assertEquals("DIRECTORY_PROTECTED", code(() -> delete(admin, path, true)), path);
        }
    }

    @Test
    void aNewUserHasAHomeAtOnce() {
        admin.usersV2().create(new CreateUserRequest().setUserName("new@tarn.test"));
        assertTrue(paths(admin, "/Users").contains("/Users/new@tarn.test"));
        assertTrue(get("", "/api/2.0/permissions/directories/" + status(admin, "/Users/new@tarn.test").getResourceId())
                .toString()
                .contains("\"user_name\":\"new@tarn.test\""));
    }

    @Test
    void aNotebookComesBackByteForByteAndInEveryOtherFormat() {
        source(ada, HOME + "/n", SOURCE);
        ObjectInfo info = status(ada, HOME + "/n");
        assertEquals(ObjectType.NOTEBOOK, info.getObjectType());
        assertEquals(Language.PYTHON, info.getLanguage());
        assertEquals(SOURCE, text(ada, HOME + "/n", ExportFormat.SOURCE));
        String jupyter = text(ada, HOME + "/n", ExportFormat.JUPYTER);
        assertEquals(2, Json.readTree(jupyter).path("cells").size());
        content(ada, HOME + "/j", ImportFormat.JUPYTER, jupyter.getBytes(StandardCharsets.UTF_8));
        assertEquals(SOURCE, text(ada, HOME + "/j", ExportFormat.SOURCE));
        assertEquals(jupyter, text(ada, HOME + "/j", ExportFormat.AUTO));
        content(ada, HOME + "/h", ImportFormat.HTML, exported(ada, HOME + "/n", ExportFormat.HTML));
        assertEquals(SOURCE, text(ada, HOME + "/h", ExportFormat.SOURCE));
        content(ada, HOME + "/d", ImportFormat.DBC, exported(ada, HOME + "/n", ExportFormat.DBC));
        assertEquals(SOURCE, text(ada, HOME + "/d/n", ExportFormat.SOURCE));
    }

    @Test
    void aFolderGoesThroughAnArchive() {
        ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/p/deep/er"));
        source(ada, HOME + "/p/a", SOURCE);
        source(ada, HOME + "/p/deep/er/b", SOURCE);
        content(ada, HOME + "/p/data.bin", ImportFormat.RAW, new byte[] {0, 1, 2});
        content(ada, HOME + "/q", ImportFormat.DBC, exported(ada, HOME + "/p", ExportFormat.DBC));
        assertEquals(List.of(HOME + "/q/a", HOME + "/q/deep"), paths(ada, HOME + "/q"));
        assertEquals(SOURCE, text(ada, HOME + "/q/deep/er/b", ExportFormat.SOURCE));
        assertEquals(
                "RESOURCE_ALREADY_EXISTS",
                code(() -> content(ada, HOME + "/q", ImportFormat.DBC, exported(ada, HOME + "/p", ExportFormat.DBC))));
        assertTrue(exported(ada, HOME + "/p", ExportFormat.AUTO).length
                > exported(ada, HOME + "/p", ExportFormat.SOURCE).length);
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> exported(ada, HOME + "/p", ExportFormat.HTML)));
    }

    @Test
    void autoTellsNotebooksFromFiles() {
        content(ada, HOME + "/nb.py", ImportFormat.AUTO, SOURCE.getBytes(StandardCharsets.UTF_8));
        content(ada, HOME + "/lib.py", ImportFormat.AUTO, "x = 1".getBytes(StandardCharsets.UTF_8));
        content(
                ada,
                HOME + "/q.sql",
                ImportFormat.AUTO,
                "-- Databricks notebook source\nselect 1".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(HOME + "/lib.py", HOME + "/nb", HOME + "/q"), paths(ada, HOME));
        assertEquals(ObjectType.FILE, status(ada, HOME + "/lib.py").getObjectType());
        assertEquals(5L, status(ada, HOME + "/lib.py").getSize());
        assertEquals("x = 1", text(ada, HOME + "/lib.py", ExportFormat.SOURCE));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> exported(ada, HOME + "/lib.py", ExportFormat.JUPYTER)));
    }

    @Test
    void fileClientsGetTheAnswersThatTheyTellApart() {
        String file = HOME + "/sync/f.txt";
        assertEquals(404, importFile("--ada", file, "one", false).statusCode());
        ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/sync"));
        assertEquals(200, importFile("--ada", file, "one", false).statusCode());
        assertEquals(409, importFile("--ada", file, "two", false).statusCode());
        assertEquals(200, importFile("--ada", "/Workspace" + file, "two", true).statusCode());
        assertEquals("two", text(ada, file, ExportFormat.AUTO));
        assertEquals(
                200, importFile("--ada", HOME + "/sync/n.py", SOURCE, false).statusCode());
        HttpResponse<String> taken = importFile("--ada", HOME + "/sync/n.py", SOURCE, false);
        assertEquals(400, taken.statusCode());
        assertTrue(Json.readTree(taken.body()).path("message").asText().endsWith("already exists."), taken.body());
        assertEquals(403, importFile("--bob", "/Users/new.txt", "x", false).statusCode());
        assertEquals(404, importFile("--bob", file + "2", "x", false).statusCode());
        share(HOME + "/sync", PermissionLevel.CAN_READ);
        assertEquals(403, importFile("--bob", file + "2", "x", false).statusCode());
        assertEquals(403, importFile("--bob", file, "x", true).statusCode());
        share(HOME + "/sync", PermissionLevel.CAN_EDIT);
        assertEquals(403, importFile("--bob", file + "2", "x", false).statusCode());
        assertEquals(200, importFile("--bob", file, "three", true).statusCode());
        HttpResponse<String> direct =
                call("--ada", "GET", "/api/2.0/workspace/export?direct_download=true&path=" + file, "");
        assertEquals("three", direct.body());
    }

    @Test
    void formsAreTakenAsTheSdkForPythonSendsThem() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\n" + HOME + "/form.bin\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nAUTO\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"content\"\r\n\r\n\r\n--a\r\nx\r\n--b--\r\n";
        HttpResponse<String> answer =
                send("--ada", "POST", "/api/2.0/workspace/import", form, "multipart/form-data; boundary=b");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("\r\n--a\r\nx", text(ada, HOME + "/form.bin", ExportFormat.AUTO));
        for (String broken :
                List.of("", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\nx")) {
            assertEquals(
                    400,
                    send("--ada", "POST", "/api/2.0/workspace/import", broken, "multipart/form-data; boundary=b")
                            .statusCode());
        }
    }

    @Test
    void overwritingIsAskedForAndNeverChangesTheKind() {
        source(ada, HOME + "/n", SOURCE);
        assertEquals("RESOURCE_ALREADY_EXISTS", code(() -> source(ada, HOME + "/n", SOURCE)));
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> ada.workspace()
                        .importContent(new Import()
                                .setPath(HOME + "/n")
                                .setFormat(ImportFormat.RAW)
                                .setContent("")
                                .setOverwrite(true))));
        assertEquals("RESOURCE_ALREADY_EXISTS", code(() -> ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/n"))));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> source(ada, HOME + "/n/below", SOURCE)));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> source(ada, HOME + "/none/n", SOURCE)));
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> ada.workspace()
                        .importContent(new Import().setPath(HOME + "/x").setContent("YQ=="))));
    }

    @Test
    void permissionsAreInheritedFromFolders() {
        ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/team/sub"));
        source(ada, HOME + "/team/sub/n", SOURCE);
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> text(bob, HOME + "/team/sub/n", ExportFormat.SOURCE)));
        share(HOME + "/team", PermissionLevel.CAN_READ);
        assertEquals(SOURCE, text(bob, HOME + "/team/sub/n", ExportFormat.SOURCE));
        assertEquals(List.of(HOME + "/team/sub/n"), paths(bob, HOME + "/team/sub"));
        assertEquals("PERMISSION_DENIED", code(() -> delete(bob, HOME + "/team/sub/n", false)));
        assertEquals("PERMISSION_DENIED", code(() -> bob.workspace().mkdirs(new Mkdirs().setPath(HOME + "/team/new"))));
        var own = permissions("directories", HOME + "/team/sub");
        assertFalse(
                own.toString().contains("\"inherited\":false"), "what ada makes in her home is hers through her home");
        share(HOME + "/team", PermissionLevel.CAN_MANAGE);
        delete(bob, HOME + "/team/sub/n", false);
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(ada, HOME + "/team/sub/n")));
    }

    @Test
    void everybodyWorksInShared() {
        bob.workspace().mkdirs(new Mkdirs().setPath("/Shared/x"));
        source(ada, "/Shared/x/n", SOURCE);
        assertEquals(List.of("/Shared/x/n"), paths(bob, "/Shared/x"));
        assertEquals("PERMISSION_DENIED", code(() -> bob.workspace().mkdirs(new Mkdirs().setPath("/mine"))));
        admin.workspace().mkdirs(new Mkdirs().setPath("/Users/bob@tarn.test/from-admin"));
        assertEquals(List.of("/Users/bob@tarn.test/from-admin"), paths(bob, "/Users/bob@tarn.test"));
    }

    @Test
    void deletingNeedsToBeMeantAndCanBeUndoneForThirtyDays() {
        ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/d/e"));
        source(ada, HOME + "/d/e/n", SOURCE);
        assertEquals("DIRECTORY_NOT_EMPTY", code(() -> delete(ada, HOME + "/d", false)));
        delete(ada, HOME + "/d", true);
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(ada, HOME + "/d/e/n")));
        source(ada, HOME + "/d", SOURCE);
        JsonNode trash = get("--ada", "/api/tarn/v1/workspace/trash");
        assertEquals(1, trash.path("objects").size());
        assertEquals(
                0, get("--bob", "/api/tarn/v1/workspace/trash").path("objects").size());
        String id = trash.path("objects").get(0).path("object_id").asText();
        assertEquals(
                404,
                call("--bob", "DELETE", "/api/tarn/v1/workspace/trash/" + id, "")
                        .statusCode());
        assertEquals(
                404,
                call("--bob", "POST", "/api/tarn/v1/workspace/trash/restore", "{\"object_id\":" + id + "}")
                        .statusCode());
        assertEquals(
                400,
                call("--ada", "POST", "/api/tarn/v1/workspace/trash/restore", "{\"object_id\":" + id + "}")
                        .statusCode());
        HttpResponse<String> restored = call(
                "--ada",
                "POST",
                "/api/tarn/v1/workspace/trash/restore",
                "{\"object_id\":" + id + ",\"path\":\"" + HOME + "/back\"}");
        assertEquals(200, restored.statusCode(), restored.body());
        assertEquals(SOURCE, text(ada, HOME + "/back/e/n", ExportFormat.SOURCE));
        delete(ada, HOME + "/back", true);
        Caller caller = caller("");
        room.clocks.advance(caller.workspace(), Duration.ofDays(31));
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        assertEquals(1, room.room.trash().purgeExpired(system));
        assertEquals(
                0, get("--ada", "/api/tarn/v1/workspace/trash").path("objects").size());
    }

    @Test
    void movingTakesEverythingAlong() {
        ada.workspace().mkdirs(new Mkdirs().setPath(HOME + "/ä🙂/b"));
        source(ada, HOME + "/ä🙂/b/n", SOURCE);
        long id = status(ada, HOME + "/ä🙂/b/n").getObjectId();
        String body = "{\"path\":\"" + HOME + "/ä🙂\",\"to\":\"/Shared/moved\"}";
        assertEquals(
                404, call("--bob", "POST", "/api/tarn/v1/workspace/move", body).statusCode());
        assertEquals(
                200, call("--ada", "POST", "/api/tarn/v1/workspace/move", body).statusCode());
        assertEquals(id, status(bob, "/Shared/moved/b/n").getObjectId());
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(ada, HOME + "/ä🙂/b/n")));
        assertEquals(
                400,
                call(
                                "--ada",
                                "POST",
                                "/api/tarn/v1/workspace/move",
                                "{\"path\":\"/Shared/moved\",\"to\":\"/Shared/moved/b/c\"}")
                        .statusCode());
        assertEquals(
                400,
                call(
                                "--ada",
                                "POST",
                                "/api/tarn/v1/workspace/move",
                                "{\"path\":\"" + HOME + "\",\"to\":\"/Shared/home\"}")
                        .statusCode());
    }

    @Test
    void everyChangeIsARevisionThatCanBeComparedAndRestored() {
        importFile("--ada", HOME + "/f.txt", "a\nb\nc", false);
        importFile("--ada", HOME + "/f.txt", "a\nB\nc\nd", true);
        importFile("--ada", HOME + "/f.txt", "a\nB\nc\nd", true);
        String at = "?path=" + HOME + "/f.txt";
        JsonNode revisions =
                get("--ada", "/api/tarn/v1/workspace/revisions" + at).path("revisions");
        assertEquals(2, revisions.size(), "the same content again is no revision");
        assertEquals("ada@tarn.test", revisions.get(0).path("author").asText());
        JsonNode diff = get("--ada", "/api/tarn/v1/workspace/revisions/diff" + at + "&from=1&to=2")
                .path("lines");
        assertEquals("[\" a\",\"-b\",\"+B\",\" c\",\"+d\"]", diff.toString());
        assertEquals(
                "a\nb\nc",
                call("--ada", "GET", "/api/tarn/v1/workspace/revisions/content" + at + "&revision=1", "")
                        .body());
        assertEquals(
                404,
                call("--ada", "GET", "/api/tarn/v1/workspace/revisions/content" + at + "&revision=9", "")
                        .statusCode());
        assertEquals(
                404,
                call("--bob", "GET", "/api/tarn/v1/workspace/revisions" + at, "")
                        .statusCode());
        String restore = "{\"path\":\"" + HOME + "/f.txt\",\"revision\":1}";
        share(HOME + "/f.txt", PermissionLevel.CAN_READ);
        assertEquals(
                403,
                call("--bob", "POST", "/api/tarn/v1/workspace/revisions/restore", restore)
                        .statusCode());
        assertEquals(
                200,
                call("--ada", "POST", "/api/tarn/v1/workspace/revisions/restore", restore)
                        .statusCode());
        assertEquals("a\nb\nc", text(ada, HOME + "/f.txt", ExportFormat.AUTO));
    }

    @Test
    void searchFindsTextsAndNamesThatMayBeSeen() {
        source(ada, HOME + "/Quarterly", "select * from Sales_2026 -- 100%");
        importFile("--ada", HOME + "/other.txt", "nothing", false);
        assertEquals(List.of(HOME + "/Quarterly"), found("--ada", "sales_2026"));
        assertEquals(List.of(HOME + "/Quarterly"), found("--ada", "QUARTER"));
        assertEquals(List.of(HOME + "/Quarterly"), found("--ada", "100%25"));
        assertEquals(List.of(), found("--ada", "sales%252026"));
        assertEquals(List.of(), found("--bob", "sales_2026"));
        delete(ada, HOME + "/Quarterly", false);
        assertEquals(List.of(), found("--ada", "sales_2026"));
    }

    @Test
    void bigFoldersAreListedInPages() {
        Caller caller = caller("--ada");
        for (int i = 0; i < 25; i++) {
            room.room
                    .contents()
                    .importFile(caller, WorkspacePath.parse(HOME + "/f" + (100 + i)), new byte[] {65}, false);
        }
        List<String> all = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            var page = room.room.objects().list(caller, WorkspacePath.parse(HOME), new PageRequest(10, next));
            page.items().forEach(object -> all.add(object.path().value()));
            next = page.next();
        } while (next.isPresent());
        assertEquals(paths(ada, HOME), all);
        assertEquals(25, all.size());
    }

    @Test
    void pathsThatLeadAstrayAreRefused() {
        for (String path : List.of("relative", "/a/../b", "/..", "/./a", "/a\u0007b", "/" + "x".repeat(300), "/a".repeat(200))) {
            String query = java.net.URLEncoder.encode(path, StandardCharsets.UTF_8);
            assertEquals(400, call("", "GET", "/api/2.0/workspace/get-status?path=" + query, "").statusCode(), path);
            assertEquals("INVALID_PARAMETER_VALUE", code(() -> admin.workspace().mkdirs(new Mkdirs().setPath(path))), path);
        }
        assertEquals(400, importFile("--ada", "/Shared/%2e%2e/x", "x", false).statusCode());
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(admin, "/~1/x")));
        importFile("--ada", "/Shared/Case", "1", false);
        importFile("--ada", "/Shared/case", "2", false);
        importFile("--ada", "/Shared/e\u0301", "3", false);
        assertEquals(List.of("/Shared/Case", "/Shared/case", "/Shared/\u00e9"), paths(ada, "/Shared"));
    }

    @Test
    void anotherWorkspaceSeesNothingAndADroppedOneLeavesNothing() {
        source(ada, "/Shared/n", SOURCE);
        WorkspaceClient stranger = room.sdk(WorkspaceRoom.workspace());
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> status(stranger, "/Shared/n")));
        Caller owner = caller("");
        room.identity.workspaces().drop(owner, owner.workspace());
        for (String table : List.of("workspace_object", "workspace_revision", "access_object", "access_object_acl")) {
            assertEquals(
                    0L,
                    (long) room.db.read(tx -> tx.number(
                            "SELECT count(*) FROM " + table + " WHERE workspace = :w",
                            Map.of("w", owner.workspace().value()))),
                    table);
        }
    }

    @Test
    void bytesOfEveryKindSurvive() {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        content(ada, HOME + "/bytes.bin", ImportFormat.RAW, all);
        assertArrayEquals(all, exported(ada, HOME + "/bytes.bin", ExportFormat.AUTO));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> content(ada, HOME + "/n.py", ImportFormat.SOURCE, all)));
    }

    private List<String> found(String user, String query) {
        List<String> paths = new ArrayList<>();
        get(user, "/api/tarn/v1/workspace/search?query=" + query)
                .path("objects")
                .forEach(object -> paths.add(object.path("path").asText()));
        return paths;
    }

    private void share(String path, PermissionLevel level) {
        ObjectInfo info = status(ada, path);
        ada.permissions()
                .set(new SetObjectPermissions()
                        .setRequestObjectType(type(info))
                        .setRequestObjectId(info.getResourceId())
                        .setAccessControlList(List.of(new AccessControlRequest()
                                .setUserName("bob@tarn.test")
                                .setPermissionLevel(level))));
    }

    private static String type(ObjectInfo info) {
        return switch (info.getObjectType()) {
            case DIRECTORY -> "directories";
            case NOTEBOOK -> "notebooks";
            default -> "files";
        };
    }

    private JsonNode permissions(String type, String path) {
        return get(
                "--ada",
                "/api/2.0/permissions/" + type + "/" + status(ada, path).getResourceId());
    }

    private static ObjectInfo status(WorkspaceClient who, String path) {
        return who.workspace().getStatus(path);
    }

    private static List<String> paths(WorkspaceClient who, String path) {
        List<String> paths = new ArrayList<>();
        who.workspace().list(path).forEach(object -> paths.add(object.getPath()));
        return paths.stream().sorted().toList();
    }

    private static void source(WorkspaceClient who, String path, String text) {
        who.workspace()
                .importContent(new Import()
                        .setPath(path)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.PYTHON)
                        .setContent(base64(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void content(WorkspaceClient who, String path, ImportFormat format, byte[] content) {
        who.workspace()
                .importContent(new Import().setPath(path).setFormat(format).setContent(base64(content)));
    }

    private static byte[] exported(WorkspaceClient who, String path, ExportFormat format) {
        return Base64.getDecoder()
                .decode(who.workspace()
                        .export(new com.databricks.sdk.service.workspace.ExportRequest()
                                .setPath(path)
                                .setFormat(format))
                        .getContent());
    }

    private static String text(WorkspaceClient who, String path, ExportFormat format) {
        return new String(exported(who, path, format), StandardCharsets.UTF_8);
    }

    private static void delete(WorkspaceClient who, String path, boolean recursive) {
        who.workspace().delete(new Delete().setPath(path).setRecursive(recursive));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private HttpResponse<String> importFile(String user, String path, String content, boolean overwrite) {
        String encoded = path.contains("%")
                ? path.substring(1)
                : java.net.URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8);
        return call(
                user, "POST", "/api/2.0/workspace-files/import-file/" + encoded + "?overwrite=" + overwrite, content);
    }

    private JsonNode get(String user, String path) {
        HttpResponse<String> answer = call(user, "GET", path, "");
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.readTree(answer.body());
    }

    private HttpResponse<String> call(String user, String method, String path, String body) {
        return send(user, method, path, body, "application/json");
    }

    private HttpResponse<String> send(String user, String method, String path, String body, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(room.url() + path))
                .header("Authorization", "Bearer " + token + user)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Caller caller(String user) {
        return room.identity
                .authentications()
                .byToken(new RequestInfo("r", "127.0.0.1", "test"), token + user, Optional.empty());
    }

    /** The code of the error, or nothing if all went well. */
    private static String code(Runnable call) {
        try {
            call.run();
            return "";
        } catch (DatabricksError e) {
            return e.getErrorCode();
        }
    }
}
