package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.tracking.ArtifactLinks;
import dev.tarn.tracking.ArtifactLinks.Link;
import dev.tarn.tracking.Artifacts;
import dev.tarn.tracking.TrackingErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What MLflow's clients ask about artifacts besides the files themselves: lists by run and by logged model, signed links in the
 * vendor's protocol ({@code databricks_artifacts.proto}), and uploads in parts through the proxy.
 */
final class ArtifactOperations {
    private static final int MOST_PARTS = 10_000;

    private final Artifacts artifacts;
    private final ArtifactLinks links;

    ArtifactOperations(Artifacts artifacts, ArtifactLinks links) {
        this.artifacts = artifacts;
        this.links = links;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/artifacts/";
        String model = "/2.0/mlflow/logged-models/{modelId}/artifacts/";
        String proxy = "/2.0/mlflow-artifacts/mpu/";
        return List.of(
                new JsonOperation("mlflow", "GET", base + "list", this::list),
                new JsonOperation("mlflow", "POST", base + "credentials-for-read", call -> credentials(call, false)),
                new JsonOperation("mlflow", "GET", base + "credentials-for-read", call -> credentials(call, false)),
                new JsonOperation("mlflow", "POST", base + "credentials-for-write", call -> credentials(call, true)),
                new JsonOperation("mlflow", "GET", base + "credentials-for-write", call -> credentials(call, true)),
                new JsonOperation("mlflow", "POST", base + "create-multipart-upload", this::beginOfRun),
                new JsonOperation("mlflow", "GET", base + "get-presigned-upload-part-url", this::partOfRun),
                new JsonOperation("mlflow", "POST", base + "complete-multipart-upload", this::completeOfRun),
                new JsonOperation("mlflow", "GET", model + "directories", this::listOfModel),
                new JsonOperation(
                        "mlflow", "POST", model + "credentials-for-upload", call -> modelCredentials(call, true)),
                new JsonOperation(
                        "mlflow", "POST", model + "credentials-for-download", call -> modelCredentials(call, false)),
                new JsonOperation("mlflow", "POST", proxy + "create/{*path}", this::begin),
                new JsonOperation("mlflow", "POST", proxy + "complete/{*path}", this::complete),
                new JsonOperation("mlflow", "POST", proxy + "abort/{*path}", this::abort),
                new JsonOperation("mlflow", "GET", "/2.0/mlflow-artifacts/presigned/{*path}", this::presigned));
    }

    private ObjectNode list(Call call) {
        FilePath root = artifacts.ofRun(call.caller(), RunOperations.runId(call.fields()), false);
        return listed(call, root, call.fields().text("path").orElse(""));
    }

    private ObjectNode listOfModel(Call call) {
        FilePath root = artifacts.ofModel(call.caller(), call.variable("modelId"), false);
        return listed(call, root, call.fields().text("artifact_directory_path").orElse(""));
    }

    private ObjectNode listed(Call call, FilePath root, String path) {
        FilePath folder = Artifacts.below(root, path);
        ObjectNode json = Answers.empty();
        json.put("root_uri", Answers.location(call.caller(), "mlflow-artifacts:/" + root));
        ArrayNode list = JsonFields.array();
        String prefix = FilePath.parse(path).toString();
        for (FileInfo file : artifacts.list(call.caller(), folder)) {
            boolean itself = !file.folder()
                    && !prefix.isEmpty()
                    && file.path().name().equals(folder.name())
                    && file.path().toString().endsWith(folder.toString());
            String shown = itself
                    ? prefix
                    : (prefix.isEmpty() ? "" : prefix + "/") + file.path().name();
            list.add(ArtifactRoutes.file(file, shown));
        }
        if (!list.isEmpty()) {
            json.set("files", list);
        }
        return json;
    }

    private ObjectNode credentials(Call call, boolean write) {
        String run = RunOperations.runId(call.fields());
        FilePath root = artifacts.ofRun(call.caller(), run, write);
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("credential_infos");
        for (String path : call.fields().texts("path")) {
            list.add(credential(call, link(call, Artifacts.below(root, path), write))
                    .put("run_id", run)
                    .put("path", path));
        }
        return json;
    }

    private ObjectNode modelCredentials(Call call, boolean write) {
        String model = call.variable("modelId");
        FilePath root = artifacts.ofModel(call.caller(), model, write);
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("credentials");
        for (String path : call.fields().texts("paths")) {
            ObjectNode entry = list.addObject().put("model_id", model);
            entry.set(
                    "credential_info",
                    credential(call, link(call, Artifacts.below(root, path), write))
                            .put("path", path));
        }
        return json;
    }

    private ObjectNode beginOfRun(Call call) {
        FilePath path = ofRun(call);
        String upload = links.begin(call.caller(), path);
        ObjectNode json = Answers.empty().put("upload_id", upload);
        ArrayNode list = json.putArray("upload_credential_infos");
        parts(call).forEach(part -> list.add(credential(call, links.toPart(call.caller(), path, upload, part))));
        json.set("abort_credential_info", credential(call, links.toWrite(call.caller(), path)));
        return json;
    }

    private ObjectNode partOfRun(Call call) {
        ObjectNode json = Answers.empty();
        json.set(
                "upload_credential_info",
                credential(
                        call,
                        links.toPart(
                                call.caller(),
                                ofRun(call),
                                call.fields().required("upload_id"),
                                call.fields().number("part_number").orElse(0L))));
        return json;
    }

    private ObjectNode completeOfRun(Call call) {
        links.complete(call.caller(), ofRun(call), call.fields().required("upload_id"), named(call, "part_etags"));
        return Answers.empty();
    }

    private ObjectNode begin(Call call) {
        FilePath path = ofProxy(call);
        String upload = links.begin(call.caller(), path);
        ObjectNode json = Answers.empty().put("upload_id", upload);
        ArrayNode list = json.putArray("credentials");
        parts(call)
                .forEach(part -> list.addObject()
                        .put("url", url(call, links.toPart(call.caller(), path, upload, part)))
                        .put("part_number", part)
                        .putObject("headers"));
        return json;
    }

    private ObjectNode complete(Call call) {
        links.complete(call.caller(), ofProxy(call), call.fields().required("upload_id"), named(call, "parts"));
        return Answers.empty();
    }

    private ObjectNode abort(Call call) {
        links.abort(call.caller(), ofProxy(call), call.fields().required("upload_id"));
        return Answers.empty();
    }

    private ObjectNode presigned(Call call) {
        ObjectNode json = Answers.empty();
        json.put("url", url(call, links.toRead(call.caller(), FilePath.parse(call.variable("path")))));
        json.putObject("headers");
        return json;
    }

    private Link link(Call call, FilePath path, boolean write) {
        return write ? links.toWrite(call.caller(), path) : links.toRead(call.caller(), path);
    }

    private static ObjectNode credential(Call call, Link link) {
        ObjectNode json = Answers.empty().put("signed_uri", url(call, link)).put("type", "AWS_PRESIGNED_URL");
        json.putArray("headers");
        return json;
    }

    private static String url(Call call, Link link) {
        return SignedLinks.url(call.caller().request().origin(), link);
    }

    private FilePath ofRun(Call call) {
        FilePath root = artifacts.ofRun(call.caller(), RunOperations.runId(call.fields()), true);
        return Artifacts.below(root, call.fields().required("path"));
    }

    /** The client names the folder in the path and its own file in the body, of which only the last part counts. */
    private static FilePath ofProxy(Call call) {
        String local = call.fields().required("path").replace('\\', '/');
        return FilePath.parse(call.variable("path")).child(local.substring(local.lastIndexOf('/') + 1));
    }

    private static List<Long> parts(Call call) {
        return LongStream.rangeClosed(1, call.fields().size("num_parts", 1, MOST_PARTS))
                .boxed()
                .toList();
    }

    private static List<Long> named(Call call, String name) {
        return new ArrayList<>(call.fields()
                .list(
                        name,
                        part -> part.number("part_number").orElseThrow(() -> TrackingErrors.missing("part_number"))));
    }
}
