package dev.tarn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies larger than the heap of these tests (see the module's pom), in both directions. */
class TransfersTest {
    private static final long LARGE = 400L << 20;

    @TempDir
    static Path folder;

    private static HttpServer server;
    private static Path file;
    private static final AtomicLong READ = new AtomicLong();
    private static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        file = Files.writeString(folder.resolve("letters"), "abcdefghijklmnopqrstuvwxyz");
        Routes routes = new Routes()
                .upload("PUT", "/up/{*path}", Dialect.DATABRICKS, "test", TransfersTest::checksum)
                .upload("PUT", "/short", Dialect.DATABRICKS, "test", Upload.upTo(1000, TransfersTest::checksum))
                .upload(
                        "PUT",
                        "/impatient",
                        Dialect.DATABRICKS,
                        "test",
                        new Upload(0, Duration.ofMillis(200), TransfersTest::checksum))
                .upload("PUT", "/unread", Dialect.DATABRICKS, "test", (caller, request, body) -> {
                    throw AppException.denied("not here");
                })
                .openUpload(
                        "PUT",
                        "/signed",
                        Dialect.DATABRICKS,
                        "test",
                        Upload.of((caller, request, body) -> Response.text(200, "" + body.readAllBytes().length)))
                .download(
                        "/letters",
                        Dialect.DATABRICKS,
                        "test",
                        (caller, request) -> Download.file("text/plain", file).answer(request))
                .route(
                        "GET",
                        "/made",
                        Dialect.DATABRICKS,
                        "test",
                        (caller, request) -> Response.stream("application/x", OptionalLong.of(LARGE), out -> {
                            byte[] block = new byte[100_000];
                            for (long left = LARGE; left > 0; left -= block.length) {
                                out.write(block, 0, (int) Math.min(left, block.length));
                            }
                        }))
                .route(
                        "GET",
                        "/endless",
                        Dialect.DATABRICKS,
                        "test",
                        (caller, request) -> Response.stream("application/x", OptionalLong.empty(), out -> {
                            try {
                                while (true) {
                                    out.write(new byte[10_000]);
                                }
                            } catch (IOException e) {
                                ENDS.add("left");
                                throw e;
                            }
                        }))
                .route(
                        "GET",
                        "/cut",
                        Dialect.DATABRICKS,
                        "test",
                        (caller, request) ->
                                Response.stream("application/x", OptionalLong.of(10), out -> out.write(1)));
        HttpConfig config = new HttpConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                folder.resolve("tls"),
                java.util.List.of(),
                false,
                1000,
                Duration.ofSeconds(10));
        server = HttpServer.start(config, routes, (credentials, info) -> {
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

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Response checksum(Caller caller, Request request, InputStream body) throws IOException {
        CRC32 sum = new CRC32();
        long length = 0;
        byte[] block = new byte[50_000];
        try {
            for (int n = body.read(block); n >= 0; n = body.read(block)) {
                sum.update(block, 0, n);
                length += n;
                READ.set(length);
            }
        } catch (BrokenBody e) {
            ENDS.add(e.answer().message());
            throw e;
        }
        return Response.text(200, caller.principal().name() + " " + length + " " + sum.getValue());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer good");
    }

    private HttpResponse<String> put(String path, HttpRequest.BodyPublisher body) throws Exception {
        return client.send(request(path).PUT(body).build(), BodyHandlers.ofString());
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                int n = (int) Math.min(left, count);
                left -= n;
                return n == 0 ? -1 : n;
            }
        };
    }

    @Test
    void aBodyLargerThanTheHeapArrives() throws Exception {
        assertTrue(Runtime.getRuntime().maxMemory() < LARGE);
        var answer = put("/up/a/b", BodyPublishers.ofInputStream(() -> zeros(LARGE)));
        CRC32 sum = new CRC32();
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < LARGE >> 20; i++) {
            sum.update(block);
        }
        assertEquals("ada@x " + LARGE + " " + sum.getValue(), answer.body());
    }

    @Test
    void anAnswerLargerThanTheHeapLeaves() throws Exception {
        var answer = client.send(request("/made").build(), BodyHandlers.ofInputStream());
        assertEquals(LARGE, answer.headers().firstValueAsLong("content-length").orElseThrow());
        assertEquals(LARGE, answer.body().transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @Test
    void anEmptyBodyEndsAtOnce() throws Exception {
        assertEquals("ada@x 0 0", put("/up/x", BodyPublishers.noBody()).body());
    }

    @Test
    void whoMayNotSendIsAnsweredWithoutReading() throws Exception {
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(server.url() + "/up/x"))
                .PUT(BodyPublishers.ofInputStream(() -> zeros(20 << 20)))
                .timeout(Duration.ofSeconds(60))
                .build();
        READ.set(-1);
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpClient sender = HttpClient.newBuilder().version(version).build();
            assertEquals(401, sender.send(stranger, BodyHandlers.ofString()).statusCode());
            assertEquals(-1, READ.get());
            HttpRequest refused = request("/unread")
                    .PUT(BodyPublishers.ofInputStream(() -> zeros(20 << 20)))
                    .build();
            assertEquals(403, sender.send(refused, BodyHandlers.ofString()).statusCode());
            assertEquals(
                    200,
                    sender.send(request("/letters").build(), BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Test
    void aSignedUploadNeedsNoCaller() throws Exception {
        HttpRequest signed = HttpRequest.newBuilder(URI.create(server.url() + "/signed"))
                .PUT(BodyPublishers.ofString("12345"))
                .build();
        assertEquals("5", client.send(signed, BodyHandlers.ofString()).body());
    }

    @Test
    void aBodyOverTheLimitOfItsRouteIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
        assertEquals(
                413, put("/short", BodyPublishers.ofByteArray(new byte[1001])).statusCode());
        assertEquals(
                413,
                put("/short", BodyPublishers.ofInputStream(() -> zeros(1001))).statusCode());
        assertEquals(
                200, put("/short", BodyPublishers.ofByteArray(new byte[1000])).statusCode());
    }

    @Test
    void aClientThatVanishesBreaksTheBody() throws Exception {
        ENDS.clear();
        try (Socket socket = open("PUT /up/x", "Content-Length: 1000000")) {
            socket.getOutputStream().write(new byte[1000]);
        }
        assertEquals("The request body ended early. Send it again.", ENDS.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aClientThatFallsSilentIsNotWaitedFor() throws Exception {
        ENDS.clear();
        try (Socket socket = open("PUT /impatient", "Content-Length: 1000000")) {
            socket.getOutputStream().write(new byte[1000]);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 400", answer);
        }
        assertTrue(String.valueOf(ENDS.poll(20, TimeUnit.SECONDS)).startsWith("Nothing of the request body came"));
    }

    @Test
    void aReaderThatLeavesEndsTheWriting() throws Exception {
        ENDS.clear();
        try (Socket socket = open("GET /endless", "X: y")) {
            assertEquals('H', socket.getInputStream().read());
        }
        assertEquals("left", ENDS.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void anAnswerThatIsCutNeverLooksWhole() {
        assertThrows(IOException.class, () -> client.send(request("/cut").build(), BodyHandlers.ofByteArray()));
    }

    private static Socket open(String line, String header) throws IOException {
        Socket socket = new Socket("127.0.0.1", URI.create(server.url()).getPort());
        socket.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpResponse<String> letters(String... headers) throws Exception {
        HttpRequest.Builder request = request("/letters");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void partsOfAFileAreServed() throws Exception {
        assertPart("bytes=0-2", 206, "abc", "bytes 0-2/26");
        assertPart("bytes=24-99", 206, "yz", "bytes 24-25/26");
        assertPart("bytes=-3", 206, "xyz", "bytes 23-25/26");
        assertPart("bytes=25-", 206, "z", "bytes 25-25/26");
        assertPart("bytes=26-", 416, "", "bytes */26");
        assertPart("bytes=-0", 416, "", "bytes */26");
        assertPart("bytes=5-4", 416, "", "bytes */26");
        for (String odd : new String[] {"bytes=", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=-", "bytes=1"}) {
            assertEquals(200, letters("Range", odd).statusCode(), odd);
        }
    }

    private void assertPart(String range, int status, String body, String contentRange) throws Exception {
        var answer = letters("Range", range);
        assertEquals(status, answer.statusCode(), range);
        assertEquals(body, answer.body());
        assertEquals(contentRange, answer.headers().firstValue("content-range").orElse(""));
    }

    @Test
    void conditionsAreKept() throws Exception {
        var whole = letters();
        String etag = whole.headers().firstValue("etag").orElseThrow();
        String time = whole.headers().firstValue("last-modified").orElseThrow();
        assertEquals("bytes", whole.headers().firstValue("accept-ranges").orElse(""));
        assertEquals(304, letters("If-None-Match", "\"other\", W/" + etag).statusCode());
        assertEquals(200, letters("If-None-Match", "\"other\"").statusCode());
        assertEquals(304, letters("If-Modified-Since", time).statusCode());
        assertEquals(200, letters("If-Modified-Since", "yesterday").statusCode());
        assertEquals(412, letters("If-Match", "\"other\"").statusCode());
        assertEquals(200, letters("If-Match", etag).statusCode());
        assertEquals(
                412,
                letters("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT").statusCode());
        assertEquals("ab", letters("Range", "bytes=0-1", "If-Range", etag).body());
        assertEquals("ab", letters("Range", "bytes=0-1", "If-Range", time).body());
        assertEquals(
                26, letters("Range", "bytes=0-1", "If-Range", "\"old\"").body().length());
    }

    @Test
    void headTellsTheLengthAndSendsNothing() throws Exception {
        var answer = client.send(
                request("/letters").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertEquals(26, answer.headers().firstValueAsLong("content-length").orElseThrow());
        assertEquals("", answer.body());
    }

    @Test
    void aFileThatIsGoneIsNotFound() throws Exception {
        assertThrows(AppException.class, () -> Download.file("text/plain", folder.resolve("none")));
    }
}
