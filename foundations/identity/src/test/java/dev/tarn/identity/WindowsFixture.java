package dev.tarn.identity;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.access.rest.AccessWindows;
import dev.tarn.contract.Contract;
import dev.tarn.core.Ids;
import dev.tarn.core.Json;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Routes;
import dev.tarn.identity.rest.IdentityWindows;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The room behind a real server, on a free port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WindowsFixture extends IdentityFixture {
    @TempDir
    static Path folder;

    private String token = "";

    HttpServer server;
    Routes routes;
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    DatabaseConfig config() {
        return DatabaseConfig.sqlite(folder.resolve(getClass().getSimpleName() + ".db"));
    }

    @BeforeAll
    void serve() {
        super.open();
        Contract contract = new Contract();
        IdentityWindows.serve(identity, contract);
        AccessWindows.serve(access.objectPermissions(), contract);
        routes = new Routes();
        IdentityWindows.route(identity, routes);
        AccessWindows.route(contract, routes);
        routes.contract(contract);
        server = HttpServer.start(
                new HttpConfig(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        folder.resolve("tls"),
                        List.of(),
                        false,
                        1 << 20,
                        Duration.ofSeconds(30)),
                routes,
                IdentityWindows.authenticator(identity));
    }

    /** Each test has a workspace of its own; that is what throwaway workspaces are for. */
    @Override
    @BeforeEach
    void open() {
        token = "tarn-throwaway-" + Ids.hex16();
        admin = byToken(token);
    }

    @Override
    void close() {
        // the server serves all tests of the class
    }

    @AfterAll
    void stop() {
        server.close();
        super.close();
    }

    String adminToken() {
        return token;
    }

    /** A token of an ordinary user, {@code <name>@tarn.test}, who is made by its first use. */
    String userToken(String name) {
        return token + "--" + name;
    }

    /** The official SDK, as the holder of a token. */
    WorkspaceClient sdk(String token) {
        return new WorkspaceClient(new DatabricksConfig().setHost(server.url()).setToken(token));
    }

    WorkspaceClient sdk() {
        return sdk(adminToken());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> call(String token, String method, String path, String body) {
        return send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    HttpResponse<String> call(String method, String path, String body) {
        return call(adminToken(), method, path, body);
    }

    HttpResponse<String> form(String path, String cookies, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        if (!cookies.isEmpty()) {
            headers.addAll(List.of("Cookie", cookies));
        }
        return send("POST", path, body, headers.toArray(String[]::new));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.readTree(response.body());
    }

    /** {@code name=value} of a cookie that an answer sets. */
    static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("set-cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .map(header -> header.substring(0, header.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
