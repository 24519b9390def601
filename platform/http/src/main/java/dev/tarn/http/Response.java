package dev.tarn.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer. For downloads that a client may continue or cache, see {@link Download}.
 *
 * @param headers in order; a name may occur more than once
 */
public record Response(int status, List<Map.Entry<String, String>> headers, Content content) {
    private static final Content NOTHING = new Content.Bytes(new byte[0]);

    public Response {
        headers = List.copyOf(headers);
    }

    public static Response of(int status, String contentType, byte[] body) {
        return of(status, contentType, new Content.Bytes(body));
    }

    public static Response of(int status, String contentType, Content content) {
        return new Response(status, List.of(Map.entry("Content-Type", contentType)), content);
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
        return new Response(status, List.of(), NOTHING);
    }

    /** 303, to be fetched by GET. */
    public static Response redirect(String location) {
        return empty(303).withHeader("Location", location);
    }

    /** A stretch of a file, whole in itself. */
    public static Response file(String contentType, Path path, long offset, long length) {
        return of(200, contentType, new Content.Part(path, offset, length));
    }

    /** Content that is made while it is sent. */
    public static Response stream(String contentType, OptionalLong length, Content.Writer writer) {
        return of(200, contentType, new Content.Stream(length, writer));
    }

    public Response withHeader(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, more, content);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
