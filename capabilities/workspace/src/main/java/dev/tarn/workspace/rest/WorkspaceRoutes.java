package dev.tarn.workspace.rest;

import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ImportFormat;
import dev.tarn.contract.Contract;
import dev.tarn.contract.Contract.Endpoint;
import dev.tarn.contract.Incoming;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.workspace.Exported;
import dev.tarn.workspace.ImportRequest;
import dev.tarn.workspace.WorkspaceModule;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.notebook.Language;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What clients send that the SDK's classes do not state: imports as forms, exports as files, and the file client's import (databricks
 * CLI: libs/filer; SDK for Python: mixins/workspace).
 */
final class WorkspaceRoutes {
    private static final String IMPORT = "/api/2.0/workspace/import";
    private static final String EXPORT = "/api/2.0/workspace/export";

    private final WorkspaceModule room;
    private final Endpoint importing;
    private final Endpoint exporting;

    WorkspaceRoutes(WorkspaceModule room, Contract contract) {
        this.room = room;
        this.importing = endpoint(contract, "POST", IMPORT);
        this.exporting = endpoint(contract, "GET", EXPORT);
    }

    void register(Routes routes) {
        routes.route("POST", IMPORT, Dialect.DATABRICKS, "Workspace.importContent", this::importContent);
        routes.route("GET", EXPORT, Dialect.DATABRICKS, "Workspace.export", this::export);
        routes.route(
                "POST",
                "/api/2.0/workspace-files/import-file/{*path}",
                Dialect.DATABRICKS,
                "workspace.importFile",
                this::importFile);
    }

    private Response importContent(Caller caller, Request request) {
        String type = request.header("content-type").orElse("");
        if (!MultipartForm.is(type)) {
            return Response.json(
                    importing.call(caller, new Incoming(request.body(), request.variables(), request.query())));
        }
        Map<String, byte[]> fields = MultipartForm.read(type, request.body());
        ImportFormat format = value(fields, "format", ImportFormat.values()).orElse(ImportFormat.SOURCE);
        room.contents()
                .importContent(
                        caller,
                        new ImportRequest(
                                WorkspaceApi.path(text(fields, "path").orElse("")),
                                WorkspaceApi.format(format),
                                value(fields, "language", Language.values()),
                                fields.getOrDefault("content", new byte[0]),
                                text(fields, "overwrite")
                                        .filter("true"::equalsIgnoreCase)
                                        .isPresent()));
        return Response.json("{}");
    }

    private Response export(Caller caller, Request request) {
        if (request.query("direct_download").filter("true"::equalsIgnoreCase).isEmpty()) {
            return Response.json(
                    exporting.call(caller, new Incoming(request.body(), request.variables(), request.query())));
        }
        ExportFormat format = request.query("format")
                .map(name -> one("format", name, ExportFormat.values()))
                .orElse(ExportFormat.SOURCE);
        WorkspacePath path = WorkspaceApi.path(request.query("path").orElse(""));
        Exported exported = room.contents().export(caller, path, WorkspaceApi.exportFormat(format));
        return Response.of(200, "application/octet-stream", exported.content())
                .withHeader("Content-Disposition", "attachment")
                .withHeader("X-Content-Type-Options", "nosniff");
    }

    private Response importFile(Caller caller, Request request) {
        boolean overwrite =
                request.query("overwrite").filter("true"::equalsIgnoreCase).isPresent();
        WorkspacePath path = WorkspacePath.parse("/" + request.variable("path"));
        WorkspaceObject made = room.contents().importFile(caller, path, request.body(), overwrite);
        return Response.json(Json.write(Map.of(
                "path", made.path().value(),
                "object_id", made.id(),
                "object_type", made.kind().name())));
    }

    private static Endpoint endpoint(Contract contract, String method, String template) {
        return contract.endpoints().stream()
                .filter(endpoint -> endpoint.operation().httpMethod().equals(method)
                        && endpoint.operation().template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> text(Map<String, byte[]> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
    }

    private static <E extends Enum<E>> Optional<E> value(Map<String, byte[]> fields, String name, E[] values) {
        return text(fields, name).filter(text -> !text.isEmpty()).map(text -> one(name, text, values));
    }

    private static <E extends Enum<E>> E one(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> AppException.invalid("'%s' is not one of %s.".formatted(field, Arrays.toString(values))));
    }
}
