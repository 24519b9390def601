package dev.tarn.files.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.files.FilesModule;
import dev.tarn.files.RemotePath;
import dev.tarn.files.Uploads;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files as raw bytes, and uploads in parts, as databricks-sdk-py {@code mixins/files.py} sends them: {@code action=initiate-upload},
 * {@code complete-upload} and {@code abort-upload} on the file's own path, parts with {@code session_token} and {@code part_number}.
 */
final class FileRoutes {
    /** Named as the contract names them, so that they take the place of the contract's own. */
    private static final String FILE = "/api/2.0/fs/files{filePath}";

    private final FilesModule room;

    FileRoutes(FilesModule room) {
        this.room = room;
    }

    void route(Routes routes) {
        routes.download(FILE, Dialect.DATABRICKS, "Files.download", this::download);
        routes.upload("PUT", FILE, Dialect.DATABRICKS, "Files.upload", this::upload);
        routes.route("POST", FILE, Dialect.DATABRICKS, "files.upload-in-parts", this::act);
    }

    private static RemotePath path(Request request) {
        return RemotePath.ofVolume(request.variable("filePath"));
    }

    private Response download(Caller caller, Request request) {
        return Transfers.download(room.files(), caller, path(request), request);
    }

    private Response upload(Caller caller, Request request, InputStream body) throws IOException {
        if (request.query("session_token").isEmpty()) {
            return Transfers.upload(room.files(), caller, path(request), request, body);
        }
        String token = request.query("session_token").orElseThrow();
        int number = Bodies.number(Json.readTree("{}"), request, "part_number", 0);
        return part(Transfers.reading(() -> room.uploads().part(caller, token, path(request), number, body)));
    }

    static Response part(String etag) {
        return Response.empty(200).withHeader("ETag", "\"" + etag + "\"");
    }

    private Response act(Caller caller, Request request) {
        RemotePath path = path(request);
        return switch (request.query("action").orElse("")) {
            case "initiate-upload" -> {
                boolean overwrite =
                        request.query("overwrite").map(Transfers::flag).orElse(true);
                String token = room.uploads().begin(caller, path, overwrite);
                yield Response.json(Json.write(Map.of("multipart_upload", Map.of("session_token", token))));
            }
            case "complete-upload" -> {
                room.uploads().complete(caller, token(request), path, parts(request));
                yield Response.json("{}");
            }
            case "abort-upload" -> {
                room.uploads().abort(caller, token(request), path);
                yield Response.json("{}");
            }
            default -> throw AppException.invalid("'action' is initiate-upload, complete-upload or abort-upload.");
        };
    }

    private static String token(Request request) {
        return request.query("session_token")
                .orElseThrow(() -> AppException.invalid("'session_token' is missing: send what initiate-upload gave."));
    }

    private static List<Uploads.Part> parts(Request request) {
        JsonNode listed = Bodies.object(request.body()).path("parts");
        if (!listed.isArray()) {
            throw AppException.invalid("'parts' is missing: list each part's 'part_number' and 'etag'.");
        }
        List<Uploads.Part> parts = new ArrayList<>();
        listed.forEach(part -> parts.add(new Uploads.Part(
                part.path("part_number").asInt(),
                Transfers.etag(part.path("etag").asText()))));
        return parts;
    }
}
