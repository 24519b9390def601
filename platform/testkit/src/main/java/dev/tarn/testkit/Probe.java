package dev.tarn.testkit;

import dev.tarn.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests to a server under test.
 *
 * @param url of the server
 */
public record Probe(String url, HttpClient client) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    public static Probe of(String url) {
        return new Probe(
                url,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /**
     * @param path encoded, with its query
     */
    public HttpResponse<String> send(String method, String path, String body, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A path that matches the route. */
    public static String path(Route route, String variable) {
        return path(route.template(), variable);
    }

    static String path(String template, String variable) {
        return template.replaceAll("/?\\{[^}]*}", "/" + variable);
    }
}
