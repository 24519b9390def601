package dev.tarn.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.AccessControlRequest;
import com.databricks.sdk.service.iam.PermissionLevel;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Json;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The room behind a server, an administrator, Ada and Bob, and what they do, through the official SDK and by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkspaceFixture {
    static final String SOURCE =
            "# Databricks notebook source\nprint(1)\n\n# COMMAND ----------\n\n# MAGIC %md\n# MAGIC # Hi";
    static final String HOME = "/Users/ada@tarn.test";

    @TempDir
    static Path folder;

    final HttpClient http = HttpClient.newHttpClient();
    WorkspaceRoom room;
    String token = "";
    WorkspaceClient admin;
    WorkspaceClient ada;
    WorkspaceClient bob;

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

    List<String> found(String user, String query) {
        List<String> paths = new ArrayList<>();
        get(user, "/api/tarn/v1/workspace/search?query=" + query)
                .path("objects")
                .forEach(object -> paths.add(object.path("path").asText()));
        return paths;
    }

    void share(String path, PermissionLevel level) {
        ObjectInfo info = status(ada, path);
        ada.permissions()
                .set(new SetObjectPermissions()
                        .setRequestObjectType(type(info))
                        .setRequestObjectId(info.getResourceId())
                        .setAccessControlList(List.of(new AccessControlRequest()
                                .setUserName("bob@tarn.test")
                                .setPermissionLevel(level))));
    }

    static String type(ObjectInfo info) {
        return switch (info.getObjectType()) {
            case DIRECTORY -> "directories";
            case NOTEBOOK -> "notebooks";
            default -> "files";
        };
    }

    JsonNode permissions(String type, String path) {
        return get(
                "--ada",
                "/api/2.0/permissions/" + type + "/" + status(ada, path).getResourceId());
    }

    static ObjectInfo status(WorkspaceClient who, String path) {
        return who.workspace().getStatus(path);
    }

    static List<String> paths(WorkspaceClient who, String path) {
        List<String> paths = new ArrayList<>();
        who.workspace().list(path).forEach(object -> paths.add(object.getPath()));
        return paths.stream().sorted().toList();
    }

    static void source(WorkspaceClient who, String path, String text) {
        who.workspace()
                .importContent(new Import()
                        .setPath(path)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.PYTHON)
                        .setContent(base64(text.getBytes(StandardCharsets.UTF_8))));
    }

    static void content(WorkspaceClient who, String path, ImportFormat format, byte[] content) {
        who.workspace()
                .importContent(new Import().setPath(path).setFormat(format).setContent(base64(content)));
    }

    static byte[] exported(WorkspaceClient who, String path, ExportFormat format) {
        return Base64.getDecoder()
                .decode(who.workspace()
                        .export(new com.databricks.sdk.service.workspace.ExportRequest()
                                .setPath(path)
                                .setFormat(format))
                        .getContent());
    }

    static String text(WorkspaceClient who, String path, ExportFormat format) {
        return new String(exported(who, path, format), StandardCharsets.UTF_8);
    }

    static void delete(WorkspaceClient who, String path, boolean recursive) {
        who.workspace().delete(new Delete().setPath(path).setRecursive(recursive));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    HttpResponse<String> importFile(String user, String path, String content, boolean overwrite) {
        String encoded = path.contains("%")
                ? path.substring(1)
                : java.net.URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8);
        return call(
                user, "POST", "/api/2.0/workspace-files/import-file/" + encoded + "?overwrite=" + overwrite, content);
    }

    JsonNode get(String user, String path) {
        HttpResponse<String> answer = call(user, "GET", path, "");
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.readTree(answer.body());
    }

    HttpResponse<String> call(String user, String method, String path, String body) {
        return send(user, method, path, body, "application/json");
    }

    HttpResponse<String> send(String user, String method, String path, String body, String type) {
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

    Caller caller(String user) {
        return room.identity
                .authentications()
                .byToken(new RequestInfo("r", "127.0.0.1", "test"), token + user, Optional.empty());
    }

    /** The code of the error, or nothing if all went well. */
    static String code(Runnable call) {
        try {
            call.run();
            return "";
        } catch (DatabricksError e) {
            return e.getErrorCode();
        }
    }
}
