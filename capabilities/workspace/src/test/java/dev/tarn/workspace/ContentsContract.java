package dev.tarn.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.Mkdirs;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What notebooks and files hold, whatever the store. */
abstract class ContentsContract extends WorkspaceFixture {
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
    void bytesOfEveryKindSurvive() {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        content(ada, HOME + "/bytes.bin", ImportFormat.RAW, all);
        assertArrayEquals(all, exported(ada, HOME + "/bytes.bin", ExportFormat.AUTO));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> content(ada, HOME + "/n.py", ImportFormat.SOURCE, all)));
    }
}
