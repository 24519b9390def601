package dev.tarn.files.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.files.FilesModule;
import dev.tarn.files.Links;
import dev.tarn.files.Links.Grant;
import dev.tarn.files.Links.Presented;
import dev.tarn.files.Links.Use;
import dev.tarn.files.RemotePath;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.http.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Signed links: made for callers, followed by anybody. Requests and answers as databricks-sdk-py {@code mixins/files.py} and
 * databricks-jdbc {@code sqlexec/PathConstants.java} have them. The ticket is in the query, which no log keeps.
 */
final class LinkRoutes {
    private static final String LINK = "/api/2.0/fs/links";
    private static final int MOST_PARTS_AT_ONCE = 1000;

    /** What clients of object stores take for a link that is over, and answer by asking for another. */
    private static final String EXPIRED =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";

    private final FilesModule room;

    LinkRoutes(FilesModule room) {
        this.room = room;
    }

    void route(Routes routes) {
        make(routes, "download", Use.DOWNLOAD);
        make(routes, "upload", Use.UPLOAD);
        make(routes, "delete", Use.DELETE);
        routes.route(
                "POST",
                "/api/2.0/fs/create-upload-part-urls",
                Dialect.DATABRICKS,
                "files.create-upload-part-urls",
                this::parts);
        routes.route(
                "POST",
                "/api/2.0/fs/create-abort-upload-url",
                Dialect.DATABRICKS,
                "files.create-abort-upload-url",
                this::abort);
        routes.open("GET", LINK, Dialect.DATABRICKS, "files.link.download", this::download);
        routes.openUpload(
                "PUT",
                LINK,
                Dialect.DATABRICKS,
                "files.link.upload",
                Upload.of((nobody, request, body) -> upload(request, body)));
        routes.open("DELETE", LINK, Dialect.DATABRICKS, "files.link.delete", this::delete);
    }

    // ---- making

    private void make(Routes routes, String what, Use use) {
        routes.route(
                "POST",
                "/api/2.0/fs/create-" + what + "-url",
                Dialect.DATABRICKS,
                "files.create-" + what + "-url",
                (caller, request) -> {
                    JsonNode body = Bodies.object(request.body());
                    RemotePath path = RemotePath.ofVolume(Bodies.required(body, request, "path"));
                    return Response.json(Json.write(link(caller, request, body, Grant.of(use, path))));
                });
    }

    private Response parts(Caller caller, Request request) {
        JsonNode body = Bodies.object(request.body());
        RemotePath path = RemotePath.ofVolume(Bodies.required(body, request, "path"));
        String token = Bodies.required(body, request, "session_token");
        int first = Bodies.number(body, request, "start_part_number", 1);
        int count = Bodies.number(body, request, "count", 1);
        if (first < 1 || count < 1 || count > MOST_PARTS_AT_ONCE) {
            throw AppException.invalid(
                    "'start_part_number' begins at 1, and 'count' is 1 to %d.".formatted(MOST_PARTS_AT_ONCE));
        }
        List<Map<String, Object>> urls = new ArrayList<>();
        for (int part = first; part < first + count; part++) {
            Map<String, Object> url =
                    new java.util.TreeMap<>(link(caller, request, body, new Grant(Use.UPLOAD_PART, path, token, part)));
            url.put("part_number", part);
            urls.add(url);
        }
        return Response.json(Json.write(Map.of("upload_part_urls", urls)));
    }

    private Response abort(Caller caller, Request request) {
        JsonNode body = Bodies.object(request.body());
        RemotePath path = RemotePath.ofVolume(Bodies.required(body, request, "path"));
        String token = Bodies.required(body, request, "session_token");
        Grant grant = new Grant(Use.ABORT_UPLOAD, path, token, 0);
        return Response.json(Json.write(Map.of("abort_upload_url", link(caller, request, body, grant))));
    }

    private Map<String, Object> link(Caller caller, Request request, JsonNode body, Grant grant) {
        String ticket = room.links().ticket(caller, grant, Bodies.time(body, request, "expire_time"));
        return Map.of("url", caller.request().origin() + LINK + "?ticket=" + ticket, "headers", List.of());
    }

    // ---- following

    private Presented present(Request request) {
        return room.links().present(request.query("ticket").orElse(""), request.method(), request.info());
    }

    private Response download(Request request) {
        try {
            Presented link = present(request);
            return Transfers.download(room.files(), link.caller(), link.grant().path(), request);
        } catch (AppException e) {
            return expired(e);
        }
    }

    private Response upload(Request request, InputStream body) throws IOException {
        try {
            Presented link = present(request);
            Grant grant = link.grant();
            if (grant.use() == Use.UPLOAD) {
                return Transfers.upload(room.files(), link.caller(), grant.path(), request, body);
            }
            return FileRoutes.part(Transfers.reading(
                    () -> room.uploads().part(link.caller(), grant.upload(), grant.path(), grant.part(), body)));
        } catch (AppException e) {
            return expired(e);
        }
    }

    private Response delete(Request request) {
        try {
            Presented link = present(request);
            Grant grant = link.grant();
            if (grant.use() == Use.DELETE) {
                room.files().delete(link.caller(), grant.path());
            } else {
                room.uploads().abort(link.caller(), grant.upload(), grant.path());
            }
            return Response.empty(204);
        } catch (AppException e) {
            return expired(e);
        }
    }

    private static Response expired(AppException refusal) {
        if (Links.hasExpired(refusal)) {
            return Response.of(403, "application/xml", EXPIRED.getBytes(StandardCharsets.UTF_8));
        }
        throw refusal;
    }
}
