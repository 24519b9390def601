package dev.tarn.files.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.files.Dbfs;
import dev.tarn.files.RemotePath;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** {@code dbfs/put}: JSON with base64 for small files, or a form whose file is streamed, as databricks-cli 0.18 sends it. */
final class DbfsPut {
    /** A megabyte of content, which is what JSON may carry, in base64, with its path. */
    private static final int LONGEST_JSON = 1536 * 1024;

    private final Dbfs dbfs;

    DbfsPut(Dbfs dbfs) {
        this.dbfs = dbfs;
    }

    void route(Routes routes) {
        routes.upload("POST", "/api/2.0/dbfs/put", Dialect.DATABRICKS, "Dbfs.put", this::put);
    }

    private Response put(Caller caller, Request request, InputStream body) throws IOException {
        String type = request.header("content-type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            form(caller, MultipartForm.of(type, body));
        } else {
            json(caller, request, body);
        }
        return Response.json("{}");
    }

    private void json(Caller caller, Request request, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_JSON + 1);
        if (bytes.length > LONGEST_JSON) {
            throw AppException.invalid(
                    "'contents' holds at most 1 MiB of data: send a form with a file, or use create, add-block and close.");
        }
        JsonNode fields = Bodies.object(bytes);
        DbfsApi.put(
                dbfs,
                caller,
                Bodies.required(fields, request, "path"),
                Bodies.text(fields, request, "contents").orElse(""),
                Bodies.text(fields, request, "overwrite").map(Transfers::flag).orElse(false));
    }

    /** The fields come before the file, so that the file can be written while it arrives. */
    private void form(Caller caller, MultipartForm form) throws IOException {
        String path = "";
        boolean overwrite = false;
        for (Optional<MultipartForm.Part> next = form.next(); next.isPresent(); next = form.next()) {
            MultipartForm.Part part = next.get();
            switch (part.name()) {
                case "path" -> path = part.text();
                case "overwrite" -> overwrite = Transfers.flag(part.text());
                case "file", "contents" -> {
                    write(caller, path, part.content(), overwrite);
                    return;
                }
                default ->
                    throw AppException.invalid("The form has a field '%s' that is not known here."
                            .formatted(part.name().length() > 50 ? "..." : part.name()));
            }
        }
        throw AppException.invalid("The form has no field 'file', or it comes before 'path'.");
    }

    private void write(Caller caller, String path, InputStream content, boolean overwrite) throws IOException {
        RemotePath target = RemotePath.parse(path);
        Transfers.reading(() -> {
            dbfs.put(caller, target, content, overwrite);
            return target;
        });
    }
}
