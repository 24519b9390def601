package dev.tarn.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.iam.CreateUserRequest;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.Mkdirs;
import com.databricks.sdk.service.workspace.ObjectType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Caller;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tree, whatever the store. */
abstract class TreeContract extends WorkspaceFixture {
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
        assertTrue(get(
                        "",
                        "/api/2.0/permissions/directories/"
                                + status(admin, "/Users/new@tarn.test").getResourceId())
                .toString()
                .contains("\"user_name\":\"new@tarn.test\""));
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
        for (String path :
                List.of("relative", "/a/../b", "/..", "/./a", "/a\u0007b", "/" + "x".repeat(300), "/a".repeat(200))) {
            String query = java.net.URLEncoder.encode(path, StandardCharsets.UTF_8);
            assertEquals(
                    400,
                    call("", "GET", "/api/2.0/workspace/get-status?path=" + query, "")
                            .statusCode(),
                    path);
            assertEquals(
                    "INVALID_PARAMETER_VALUE", code(() -> admin.workspace().mkdirs(new Mkdirs().setPath(path))), path);
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
}
