package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Caller;
import dev.tarn.http.Content;
import dev.tarn.http.Dialect;
import dev.tarn.http.Download;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.http.Upload;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.tracking.ArtifactLinks;
import dev.tarn.tracking.Artifacts;
import dev.tarn.tracking.TrackingErrors;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;

/** The artifact proxy, {@code mlflow-artifacts:}, and signed links. Files are sent as attachments, never shown by a browser here. */
final class ArtifactRoutes {
    private static final List<String> BASES = List.of("/api/2.0/mlflow-artifacts", "/ajax-api/2.0/mlflow-artifacts");
    private static final int BUFFER = 1 << 18;

    private final Artifacts artifacts;
    private final ArtifactLinks links;

    ArtifactRoutes(Artifacts artifacts, ArtifactLinks links) {
        this.artifacts = artifacts;
        this.links = links;
    }

    void add(Routes routes) {
        for (String base : BASES) {
            String file = base + "/artifacts/{*path}";
            routes.route("GET", base + "/artifacts", Dialect.DATABRICKS, "mlflow.artifacts.list", this::list);
            routes.download(file, Dialect.DATABRICKS, "mlflow.artifacts.get", this::get);
            routes.upload("PUT", file, Dialect.DATABRICKS, "mlflow.artifacts.put", this::put);
            routes.route("DELETE", file, Dialect.DATABRICKS, "mlflow.artifacts.delete", this::delete);
        }
        for (String get : List.of("/get-artifact", "/ajax-api/2.0/mlflow/get-artifact")) {
            routes.download(get, Dialect.DATABRICKS, "mlflow.artifacts.ofRun", this::ofRun);
        }
        routes.openDownload(SignedLinks.TEMPLATE, Dialect.DATABRICKS, "mlflow.artifacts.signedGet", this::signedGet);
        routes.openUpload(
                "PUT",
                SignedLinks.TEMPLATE,
                Dialect.DATABRICKS,
                "mlflow.artifacts.signedPut",
                Upload.of((caller, request, body) -> signedPut(request, body)));
    }

    private Response list(Caller caller, Request request) {
        FilePath folder = FilePath.parse(request.query("path").orElse(""));
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("files");
        for (FileInfo file : artifacts.list(caller, folder)) {
            // nothing lies in a file, and MLflow's older clients take what is listed for what lies in the path
            if (!file.path().toString().endsWith("/" + folder)) {
                list.add(file(file, file.path().name()));
            }
        }
        return Response.json(json.toString());
    }

    static ObjectNode file(FileInfo file, String path) {
        ObjectNode json = Answers.empty().put("path", path).put("is_dir", file.folder());
        if (!file.folder()) {
            json.put("file_size", file.bytes());
        }
        return json;
    }

    private Response get(Caller caller, Request request) {
        return sent(artifacts.open(caller, path(request)), request);
    }

    private Response put(Caller caller, Request request, InputStream body) {
        artifacts.put(caller, path(request), body);
        return Response.json("{}");
    }

    private Response delete(Caller caller, Request request) {
        artifacts.delete(caller, path(request));
        return Response.json("{}");
    }

    private Response ofRun(Caller caller, Request request) {
        String run = request.query("run_id")
                .or(() -> request.query("run_uuid"))
                .orElseThrow(() -> TrackingErrors.missing("run_id"));
        String path = request.query("path").orElseThrow(() -> TrackingErrors.missing("path"));
        FilePath root = artifacts.ofRun(caller, run, false);
        return sent(artifacts.open(caller, Artifacts.below(root, path)), request);
    }

    private Response signedGet(Request request) {
        return sent(links.open(SignedLinks.read(request)), request);
    }

    private Response signedPut(Request request, InputStream body) {
        return Response.empty(200).withHeader("ETag", "\"" + links.put(SignedLinks.read(request), body) + "\"");
    }

    private static FilePath path(Request request) {
        return FilePath.parse(request.variable("path"));
    }

    private static Response sent(FileContent content, Request request) {
        FileInfo info = content.info();
        Download download = new Download(
                "application/octet-stream",
                info.bytes(),
                info.etag(),
                info.modifiedAt(),
                (offset, length) -> new Content.Stream(OptionalLong.of(length), out -> {
                    try (InputStream in = content.read(offset, length)) {
                        byte[] buffer = new byte[BUFFER];
                        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                            out.write(buffer, 0, count);
                        }
                    }
                }));
        Response response = download.answer(request);
        if (!(response.content() instanceof Content.Stream) || request.method().equals("HEAD")) {
            content.close();
        }
        return response.withHeader("Content-Disposition", "attachment");
    }
}
