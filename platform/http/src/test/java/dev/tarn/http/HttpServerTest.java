package dev.tarn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CatalogsService;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.DeleteCatalogRequest;
import com.databricks.sdk.service.catalog.GetCatalogRequest;
import com.databricks.sdk.service.catalog.ListCatalogsRequest;
import com.databricks.sdk.service.catalog.ListCatalogsResponse;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import dev.tarn.contract.Contract;
import dev.tarn.contract.NotServed;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerTest {
    /** Echoes what reached it. */
    private record EchoCatalogs(Caller caller) implements CatalogsService {
        @Override
        public CatalogInfo create(CreateCatalog request) {
            return new CatalogInfo()
                    .setName(request.getName())
                    .setComment(request.getComment())
                    .setOwner(caller.principal().name());
        }

        @Override
        public void delete(DeleteCatalogRequest request) {
            throw AppException.denied("no " + request.getName() + " " + request.getForce());
        }

        @Override
        public CatalogInfo get(GetCatalogRequest request) {
            if (request.getName().equals("bug")) {
                throw new IllegalStateException("secret detail");
            }
            return new CatalogInfo().setName(request.getName());
        }

        @Override
        public ListCatalogsResponse list(ListCatalogsRequest request) {
            return new ListCatalogsResponse().setNextPageToken(request.getMaxResults() + "/" + request.getPageToken());
        }

        @Override
        @NotServed
        public CatalogInfo update(UpdateCatalog request) {
            throw new UnsupportedOperationException();
        }
    }

    @TempDir
    static Path folder;

    private static HttpServer server;
    private static Path bigFile;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        bigFile = folder.resolve("big");
        try (var out = Files.newOutputStream(bigFile)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(block);
            }
        }
        Contract contract = new Contract().serve(CatalogsService.class, EchoCatalogs::new, EchoCatalogs.class);
        Routes routes = new Routes()
                .contract(contract)
                .open("GET", "/hello", Dialect.DATABRICKS, "test", request -> Response.text(200, "hello ".repeat(500)))
                .open(
                        "GET",
                        "/big",
                        Dialect.DATABRICKS,
                        "test",
                        request -> Response.file("application/x", bigFile, 0, 300L << 20))
                .route(
                        "GET",
                        "/files/{*rest}",
                        Dialect.DATABRICKS,
                        "test",
                        (caller, request) -> Response.text(200, request.variable("rest")));
        server = HttpServer.start(config("127.0.0.1", Optional.of(0), false), routes, (credentials, info) -> {
            if (credentials
                    .bearer()
                    .filter(token -> token.reveal().equals("good"))
                    .isEmpty()) {
                throw new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token.");
            }
            return new Caller(
                    new Principal("7", "ada@x", PrincipalKind.USER),
                    Set.of(),
                    new WorkspaceId(42),
                    "m",
                    false,
                    new Authentication(Authentication.Method.TOKEN, "t"),
                    info);
        });
    }

    private static HttpConfig config(String host, Optional<Integer> tls, boolean insecure) {
        return new HttpConfig(
                host,
                0,
                tls,
                folder.resolve("tls"),
                List.of("lake.example"),
                insecure,
                1 << 20,
                Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer good")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aWindowSeesBodyPathAndQueryAndItsCaller() throws Exception {
        var created = send("POST", "/api/2.1/unity-catalog/catalogs", "{\"name\":\"a\",\"unknown_field\":1}");
        assertEquals(200, created.statusCode(), created.body());
        assertTrue(created.body().contains("\"owner\":\"ada@x\""), created.body());
        assertEquals("42", created.headers().firstValue("x-databricks-org-id").orElseThrow());
        assertTrue(created.headers().firstValue("x-request-id").isPresent());
        assertTrue(send("GET", "/api/2.1/unity-catalog/catalogs/caf%C3%A9", "")
                .body()
                .contains("café"));
        assertTrue(send("GET", "/api/2.1/unity-catalog/catalogs?max_results=5&page_token=x%3D", "")
                .body()
                .contains("5/x="));
        assertTrue(send("DELETE", "/api/2.1/unity-catalog/catalogs/c?force=true", "")
                .body()
                .contains("no c true"));
    }

    @Test
    void withoutAValidTokenNothingIsAnswered() throws Exception {
        for (String header : List.of("Bearer bad", "Basic %%%", "Nonsense", "Bearer ")) {
            var refused = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/2.1/unity-catalog/catalogs"))
                            .header("Authorization", header)
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(401, refused.statusCode(), header);
            assertTrue(refused.body().contains("UNAUTHENTICATED"), refused.body());
        }
    }

    @Test
    void aStrangerIsRefusedBeforeTheirLongBodyArrives() throws Exception {
        URI address = URI.create(server.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("""
                            POST /api/2.1/unity-catalog/catalogs HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer bad\r
                            Content-Type: application/json\r
                            Content-Length: 1000000\r
                            \r
                            {"name":""".getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 401 Unauthorized", answer.readLine());
        }
        String known = "{\"name\":\"%s\"}".formatted("x".repeat(200_000));
        assertEquals(200, send("POST", "/api/2.1/unity-catalog/catalogs", known).statusCode());
    }

    @Test
    void wrongInputIsNamedByItsFieldAndNeverAServerError() throws Exception {
        String path = "/api/2.1/unity-catalog/catalogs";
        assertRefused(send("POST", path, "{\"name\":{}}"), "name", "INVALID_PARAMETER_VALUE");
        assertRefused(send("POST", path, "{\"options\":[1]}"), "options", "INVALID_PARAMETER_VALUE");
        assertRefused(send("POST", path, "{"), "JSON", "MALFORMED_REQUEST");
        assertRefused(send("POST", path, "7"), "JSON", "MALFORMED_REQUEST");
        assertRefused(send("POST", path, "{} {}"), "JSON", "MALFORMED_REQUEST");
        assertRefused(send("GET", path + "?max_results=many", ""), "max_results", "INVALID_PARAMETER_VALUE");
        assertRefused(send("DELETE", path + "/c?force=perhaps", ""), "force", "INVALID_PARAMETER_VALUE");
        assertEquals(400, send("POST", path, "[".repeat(5000)).statusCode());
    }

    private static void assertRefused(HttpResponse<String> answer, String mentions, String code) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(mentions), answer.body());
        assertTrue(answer.body().contains(code), answer.body());
        assertFalse(answer.body().contains("java."), answer.body());
        assertFalse(answer.body().contains("com.databricks"), answer.body());
    }

    @Test
    void whatNobodyServesIsNotFoundByName() throws Exception {
        var unserved = send("PATCH", "/api/2.1/unity-catalog/catalogs/a", "{}");
        assertEquals(404, unserved.statusCode());
        assertTrue(
                unserved.body().contains("ENDPOINT_NOT_FOUND")
                        && unserved.body().contains("Catalogs.update"),
                unserved.body());
        assertTrue(send("GET", "/api/2.1/clusters/list", "").body().contains("Clusters.list"));
        assertEquals(404, send("GET", "/api/9.9/nonsense", "").statusCode());
    }

    @Test
    void aBugIsAnInternalErrorWithoutDetails() throws Exception {
        var bug = send("GET", "/api/2.1/unity-catalog/catalogs/bug", "");
        assertEquals(500, bug.statusCode());
        assertFalse(bug.body().contains("secret"), bug.body());
        assertTrue(bug.body().contains(bug.headers().firstValue("x-request-id").orElseThrow()), bug.body());
    }

    @Test
    void trickyPathsNeverBreakTheServer() throws Exception {
        for (String path : List.of(
                "/files/a%2Fb",
                "/files/%2e%2e/%2e%2e/etc/passwd",
                "/files/%00",
                "/files//x",
                "/files/a%20b%25",
                "/%2e%2e",
                "/files/%ff")) {
            assertTrue(send("GET", path, "").statusCode() < 500, path);
        }
        assertEquals("a/b", send("GET", "/files/a%2Fb", "").body());
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        assertEquals(
                413,
                send("POST", "/api/2.1/unity-catalog/catalogs", "x".repeat(2 << 20))
                        .statusCode());
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() throws Exception {
        var packed = send("GET", "/hello", "", "Accept-Encoding", "gzip");
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse(""));
    }

    @Test
    void aLargeFileIsStreamed() throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/big")).build(),
                BodyHandlers.ofFile(folder.resolve("copy")));
        assertEquals(300L << 20, Files.size(answer.body()));
    }

    @Test
    void bothVersionsOfHttpSpeakOverTlsWithOurOwnAuthority() throws Exception {
        KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null);
        try (var stream = Files.newInputStream(folder.resolve("tls/ca.pem"))) {
            trust.setCertificateEntry(
                    "tarn", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpClient secure =
                    HttpClient.newBuilder().sslContext(context).version(version).build();
            var answer = secure.send(
                    HttpRequest.newBuilder(URI.create(server.tlsUrl().orElseThrow() + "/hello"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals(version, answer.version());
        }
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("tls/ca.key"))));
    }

    @Test
    void plainHttpDoesNotLeaveTheMachineUnlessThatIsSaid() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> HttpServer.start(config("0.0.0.0", Optional.empty(), false), new Routes(), (c, i) -> null));
        assertTrue(refusal.getMessage().contains("--tls-port"), refusal.getMessage());
    }
}
