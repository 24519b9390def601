package dev.tarn.tracking.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.WorkspaceId;
import dev.tarn.http.Request;
import dev.tarn.storage.FilePath;
import dev.tarn.tracking.ArtifactLinks.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

/** Signed links as URLs. */
final class SignedLinks {
    private static final String BASE = "/api/2.0/mlflow-artifacts/signed/";
    static final String TEMPLATE = BASE + "{*path}";

    private SignedLinks() {}

    static String url(String origin, Link link) {
        String path = link.path().segments().stream().map(SignedLinks::encoded).collect(Collectors.joining("/"));
        return origin + BASE + path + "?workspace=" + link.workspace() + "&write=" + link.write() + "&expires="
                + link.expires().toEpochMilli() + "&signature=" + link.signature();
    }

    static Link read(Request request) {
        try {
            return new Link(
                    new WorkspaceId(Long.parseLong(request.query("workspace").orElse(""))),
                    FilePath.parse(request.variable("path")),
                    request.query("write").orElse("").equals("true"),
                    Instant.ofEpochMilli(Long.parseLong(request.query("expires").orElse(""))),
                    request.query("signature").orElse(""));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw AppException.denied("The link is not valid. Ask for a new one.");
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
