package dev.tarn.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers in order; a name may occur more than once
 * @param body what is sent, unless there is a {@code file}
 * @param file streamed from disk without taking heap
 */
public record Response(int status, List<Map.Entry<String, String>> headers, byte[] body, Optional<Part> file) {
    /** A stretch of a file. */
    public record Part(Path path, long offset, long length) {}

    public Response {
        headers = List.copyOf(headers);
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(Map.entry("Content-Type", contentType)), body, Optional.empty());
    }

    public static Response json(byte[] body) {
        return of(200, "application/json", body);
    }

    public static Response json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, List.of(), new byte[0], Optional.empty());
    }

    /** 303, to be fetched by GET. */
    public static Response redirect(String location) {
        return empty(303).withHeader("Location", location);
    }

    public static Response file(String contentType, Path path, long offset, long length) {
        return new Response(
                200,
                List.of(Map.entry("Content-Type", contentType)),
                new byte[0],
                Optional.of(new Part(path, offset, length)));
    }

    public Response withHeader(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, more, body, file);
    }
}
