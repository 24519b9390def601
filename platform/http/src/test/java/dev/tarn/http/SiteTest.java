package dev.tarn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final String INDEX = "<!doctype html><title>app</title>";
    private static final String SCRIPT = "console.log('app');".repeat(100);

    @TempDir
    static Path folder;

    private static HttpServer server;
    private static HttpServer bare;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Path assets = Files.createDirectories(folder.resolve("jar/ui/assets"));
        Files.writeString(folder.resolve("jar/ui/index.html"), INDEX);
        Files.writeString(assets.resolve("app-1a2b.js"), SCRIPT);
        Files.writeString(assets.resolve("app-1a2b.js.br"), "packed by the build");
        Files.createDirectories(folder.resolve("jar/ui/.vite"));
        Files.writeString(folder.resolve("jar/ui/.vite/manifest.json"), "{}");
        Files.writeString(folder.resolve("jar/secret.json"), "{}");
        ClassLoader site = new URLClassLoader(
                new URL[] {folder.resolve("jar").toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        server = start(site);
        bare = start(ClassLoader.getPlatformClassLoader());
    }

    private static HttpServer start(ClassLoader site) {
        Routes routes = new Routes()
                .open("GET", "/health", Dialect.DATABRICKS, "test", request -> Response.json("{}"))
                .route("GET", "/api/2.0/thing", Dialect.DATABRICKS, "test", (caller, request) -> Response.empty(200));
        HttpConfig config = new HttpConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                folder.resolve("tls"),
                List.of(),
                false,
                1000,
                Duration.ofSeconds(10));
        return HttpServer.start(
                config,
                routes,
                (credentials, info) -> {
                    throw new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token.");
                },
                site);
    }

    @AfterAll
    static void stop() {
        server.close();
        bare.close();
    }

    private HttpResponse<byte[]> get(HttpServer from, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(from.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void pagesOfTheAppAreAnsweredWithItsIndex() throws Exception {
        for (String path : List.of("/", "/catalogs/a%20b/c?x=1", "/editor", "/sqlite", "/apis")) {
            var page = get(server, path, "Accept", "text/html,*/*");
            assertEquals(200, page.statusCode(), path);
            assertEquals(INDEX, text(page));
            assertEquals("no-cache", header(page, "cache-control"));
            String policy = header(page, "content-security-policy");
            assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("script-src 'self' 'unsafe-inline'"), policy);
        }
    }

    @Test
    void pathsOfTheApiAreNeverPages() throws Exception {
        for (String path : List.of(
                "/api/2.0/nothing",
                "/api",
                "/oidc/x",
                "/sql/x",
                "/metrics",
                "/.well-known/x",
                "/login/x",
                "/graphql")) {
            var answer = get(server, path, "Accept", "text/html");
            assertEquals(404, answer.statusCode(), path);
            assertTrue(text(answer).contains("ENDPOINT_NOT_FOUND"), path);
        }
        assertEquals(401, get(server, "/api/2.0/thing", "Accept", "text/html").statusCode());
        assertEquals("{}", text(get(server, "/health", "Accept", "text/html")));
    }

    @Test
    void whoDoesNotAskForAPageGetsNone() throws Exception {
        assertEquals(404, get(server, "/editor", "Accept", "application/json").statusCode());
        assertEquals(404, get(server, "/assets/gone.js", "Accept", "text/html").statusCode());
    }

    @Test
    void hashedFilesAreKeptForeverAndPacked() throws Exception {
        var plain = get(server, "/assets/app-1a2b.js");
        assertEquals(SCRIPT, text(plain));
        assertEquals("text/javascript; charset=utf-8", header(plain, "content-type"));
        assertTrue(header(plain, "cache-control").contains("immutable"));
        var gzip = get(server, "/assets/app-1a2b.js", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(gzip, "content-encoding"));
        assertEquals(
                SCRIPT,
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes(),
                        StandardCharsets.UTF_8));
        var brotli = get(server, "/assets/app-1a2b.js", "Accept-Encoding", "br;q=1.0, gzip");
        assertEquals("br", header(brotli, "content-encoding"));
        assertEquals("packed by the build", text(brotli));
        assertEquals(
                304,
                get(server, "/assets/app-1a2b.js", "If-None-Match", header(plain, "etag"))
                        .statusCode());
    }

    @Test
    void nothingBesideTheSiteIsServed() throws Exception {
        for (String path : List.of(
                "/../secret.json",
                "/%2e%2e/secret.json",
                "/assets/../../secret.json",
                "/assets/%2e%2e%2f%2e%2e%2fsecret.json",
                "/.vite/manifest.json",
                "//secret.json",
                "/assets",
                "/assets/app-1a2b.js%00.html")) {
            // A connection of its own for each path: refusing one may end the connection, whichever answer is under
            // way.
            var connection =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            var request =
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build();
            assertTrue(connection.send(request, BodyHandlers.ofByteArray()).statusCode() >= 400, path);
        }
    }

    @Test
    void withoutASiteABrowserIsSentToSignIn() throws Exception {
        var answer = get(bare, "/", "Accept", "text/html");
        assertEquals(303, answer.statusCode());
        assertEquals("/login", header(answer, "location"));
        assertEquals(404, get(bare, "/", "Accept", "*/*").statusCode());
        assertEquals(404, get(bare, "/editor", "Accept", "text/html").statusCode());
    }
}
