package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.AccessControlRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ExportRequest;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.ListWorkspaceRequest;
import com.databricks.sdk.service.workspace.Mkdirs;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Ids;
import dev.tarn.core.Json;
import dev.tarn.db.DatabaseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The room behind a server, an administrator, Ada and Bob, a repository, and what they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GitFixture {
    static final String NOTEBOOK =
            "# Databricks notebook source\nprint(1)\n\n# COMMAND ----------\n\n# MAGIC %md\n# MAGIC # Hi";
    static final String HOME = "/Users/ada@tarn.test";

    @TempDir
    static Path folder;

    final HttpClient http = HttpClient.newHttpClient();
    GitRoom room;
    String token = "";
    WorkspaceClient admin;
    WorkspaceClient ada;
    WorkspaceClient bob;
    Upstream upstream;

    abstract DatabaseConfig store(Path folder);

    List<String> hosts() {
        return List.of("github.com");
    }

    @BeforeAll
    void open() {
        room = new GitRoom(store(folder), folder, hosts());
    }

    @AfterAll
    void close() {
        room.close();
    }

    @BeforeEach
    void workspace() {
        token = GitRoom.workspace();
        admin = room.sdk(token);
        ada = room.sdk(token + "--ada");
        bob = room.sdk(token + "--bob");
        for (WorkspaceClient each : List.of(admin, ada, bob)) {
            each.currentUser().me(new MeRequest());
        }
        upstream = new Upstream(folder.resolve("upstream").resolve("project-" + Ids.hex16() + ".git"));
        upstream.commit("main", Map.of("etl.py", NOTEBOOK, "lib/helper.py", "x = 1\n", "README.md", "# Hi\n"));
    }

    /** Ada's git folder in her home. */
    long cloned() {
        return ada.repos()
                .create(new CreateRepoRequest()
                        .setUrl(upstream.folder.toString())
                        .setProvider("gitHub")
                        .setPath(HOME + "/project"))
                .getId();
    }

    void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As file clients do: a notebook becomes one. */
    void write(String path, byte[] bytes) {
        String place = HOME + "/project/" + path;
        ada.workspace().mkdirs(new Mkdirs().setPath(place.substring(0, place.lastIndexOf('/'))));
        ada.workspace()
                .importContent(new Import()
                        .setPath(place)
                        .setFormat(ImportFormat.AUTO)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder().encodeToString(bytes)));
    }

    byte[] read(String path) {
        return Base64.getDecoder()
                .decode(ada.workspace()
                        .export(new ExportRequest()
                                .setPath(HOME + "/project/" + path)
                                .setFormat(ExportFormat.AUTO))
                        .getContent());
    }

    String text(String path) {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    void delete(String path) {
        ada.workspace().delete(new Delete().setPath(HOME + "/project/" + path));
    }

    /** Paths below the git folder with their types. */
    Map<String, String> tree(String path) {
        Map<String, String> found = new TreeMap<>();
        ada.workspace().list(new ListWorkspaceRequest().setPath(path)).forEach(object -> {
            String name = object.getPath().substring((HOME + "/project/").length());
            found.put(name, object.getObjectType().name());
            if (object.getObjectType().name().equals("DIRECTORY")) {
                found.putAll(tree(object.getPath()));
            }
        });
        return found;
    }

    /** {@code ADDED a.py}, and so on. */
    List<String> changes(long id) {
        List<String> changes = new ArrayList<>();
        call("ada", "GET", id + "/status", "")
                .path("changes")
                .forEach(change -> changes.add(change.path("change").asText() + " "
                        + change.path("path").asText()
                        + (change.path("conflicting").asBoolean() ? " conflicting" : "")));
        return changes;
    }

    JsonNode call(String user, String method, String path, String body) {
        HttpResponse<String> answer = send(user, method, path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.readTree(answer.body());
    }

    /** Error code and message of a call that must fail. */
    JsonNode refused(int status, String user, String method, String path, String body) {
        HttpResponse<String> answer = send(user, method, path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return Json.readTree(answer.body());
    }

    HttpResponse<String> send(String user, String method, String path, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(room.url() + "/api/tarn/v1/git/folders/" + path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Authorization", "Bearer " + token + (user.equals("admin") ? "" : "--" + user))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void give(long id, String user, PermissionLevel level) {
        ada.permissions()
                .set(new SetObjectPermissions()
                        .setRequestObjectType("repos")
                        .setRequestObjectId(String.valueOf(id))
                        .setAccessControlList(List.of(
                                new AccessControlRequest()
                                        .setUserName(user + "@tarn.test")
                                        .setPermissionLevel(level),
                                new AccessControlRequest()
                                        .setUserName("ada@tarn.test")
                                        .setPermissionLevel(PermissionLevel.CAN_MANAGE))));
    }

    /** The error of a call of the SDK that must fail with a code. */
    static DatabricksError fails(String code, Executable call) {
        DatabricksError error = assertThrows(DatabricksError.class, call);
        assertEquals(code, error.getErrorCode(), error.getMessage());
        return error;
    }

    static void says(DatabricksError error, String part) {
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }

    static void says(JsonNode error, String code, String part) {
        assertEquals(code, error.path("error_code").asText(), error.toString());
        assertTrue(error.path("message").asText().contains(part), error.toString());
    }
}
