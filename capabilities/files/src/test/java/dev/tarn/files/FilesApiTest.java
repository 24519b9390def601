package dev.tarn.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.files.DirectoryEntry;
import com.databricks.sdk.service.files.UploadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Json;
import dev.tarn.db.DatabaseConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The wire: the official Java SDK, and bare HTTP where clients send what the SDK does not. */
@Timeout(120)
class FilesApiTest {
    private static final String FILES = "/api/2.0/fs/files/Volumes/c/s/v/";

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    @TempDir
    static Path folder;

    private static FilesRoom room;
    private static String url;
    private static final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        room = new FilesRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), folder);
        url = room.serve();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static HttpResponse<byte[]> send(
            String method, String path, String token, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> put(String path, String text, String... headers) throws Exception {
        return send("PUT", path, "ada", BodyPublishers.ofString(text), headers);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, "bob", BodyPublishers.noBody(), headers);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode post(String path, String token, String json) throws Exception {
        HttpResponse<byte[]> response = send("POST", path, token, BodyPublishers.ofString(json));
        assertEquals(200, response.statusCode(), () -> text(response));
        return Json.readTree(text(response));
    }

    @Test
    void theOfficialSdkWritesListsReadsAndDeletes() throws IOException {
        WorkspaceClient ada = FilesRoom.client(url, "ada");
        WorkspaceClient bob = FilesRoom.client(url, "bob");
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        String file = "/Volumes/c/s/v/sdk/ein Name mit % # ? ü 文 .bin";
        ada.files()
                .createDirectory(new com.databricks.sdk.service.files.CreateDirectoryRequest()
                        .setDirectoryPath("/Volumes/c/s/v/sdk/empty"));
        ada.files().upload(new UploadRequest().setFilePath(file).setContents(new ByteArrayInputStream(content)));
        String plain = "/Volumes/c/s/v/plain"; // a query beside a name that needs escapes is more than this SDK can do
        ada.files()
                .upload(new UploadRequest()
                        .setFilePath(plain)
                        .setContents(new ByteArrayInputStream(content))
                        .setOverwrite(false));
        ada.files().delete(new com.databricks.sdk.service.files.DeleteFileRequest().setFilePath(plain));
        List<String> names = new ArrayList<>();
        for (DirectoryEntry entry : bob.files().listDirectoryContents("/Volumes/c/s/v/sdk")) {
            names.add(
                    entry.getName() + " " + entry.getIsDirectory() + " " + entry.getFileSize() + " " + entry.getPath());
        }
        assertEquals(
                List.of(
                        "ein Name mit % # ? ü 文 .bin false 3000000 " + file,
                        "empty true null /Volumes/c/s/v/sdk/empty"),
                names);
        assertEquals(3_000_000L, bob.files().getMetadata(file).getContentLength());
        try (InputStream in = bob.files().download(file).getContents()) {
            assertArrayEquals(content, in.readAllBytes());
        }
        bob.files().getDirectoryMetadata("/Volumes/c/s/v/sdk");
        assertThrows(NotFound.class, () -> bob.files().getDirectoryMetadata(file));
        assertThrows(NotFound.class, () -> bob.files().getMetadata("/Volumes/c/s/v/sdk"));
        assertThrows(PermissionDenied.class, () -> bob.files().delete(file));
        assertThrows(
                PermissionDenied.class,
                () -> FilesRoom.client(url, "eve").files().download(file));
        ada.files().delete(file);
        ada.files().deleteDirectory("/Volumes/c/s/v/sdk/empty");
        ada.files().deleteDirectory("/Volumes/c/s/v/sdk");
        assertThrows(NotFound.class, () -> ada.files().delete(file));
    }

    @Test
    void rangesAndConditionsAreKept() throws Exception {
        HttpResponse<byte[]> written = put(FILES + "range", "0123456789");
        assertEquals(204, written.statusCode());
        String etag = written.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> part = get(FILES + "range", "Range", "bytes=2-4");
        assertEquals(206, part.statusCode());
        assertEquals("234", text(part));
        assertEquals("bytes 2-4/10", part.headers().firstValue("Content-Range").orElseThrow());
        assertEquals("89", text(get(FILES + "range", "Range", "bytes=-2")));
        assertEquals(416, get(FILES + "range", "Range", "bytes=10-").statusCode());
        assertEquals(304, get(FILES + "range", "If-None-Match", etag).statusCode());
        assertEquals(412, get(FILES + "range", "If-Match", "\"other\"").statusCode());
        assertEquals(412, put(FILES + "range", "x", "If-Match", "\"other\"").statusCode());
        assertEquals(409, put(FILES + "range", "x", "If-None-Match", "*").statusCode());
        assertEquals(409, put(FILES + "range?overwrite=false", "x").statusCode());
        assertEquals(400, put(FILES + "range?overwrite=maybe", "x").statusCode());
        assertEquals("0123456789", text(get(FILES + "range")));
        assertEquals(204, put(FILES + "range", "new", "If-Match", etag).statusCode());
        HttpResponse<byte[]> head = send("HEAD", FILES + "range", "bob", BodyPublishers.noBody());
        assertEquals(200, head.statusCode());
        assertEquals("3", head.headers().firstValue("Content-Length").orElseThrow());
        assertEquals(
                "attachment", head.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals(
                "nosniff", head.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }

    @Test
    void filesLargerThanABodyOfOtherRoutesGoThrough() throws Exception {
        long length = 12L << 20;
        HttpResponse<byte[]> written = send(
                "PUT",
                FILES + "large",
                "ada",
                BodyPublishers.ofInputStream(() -> zeros(length)),
                "Content-Type",
                "x/y");
        assertEquals(204, written.statusCode(), () -> text(written));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + FILES + "large"))
                .header("Authorization", "Bearer bob")
                .build();
        try (InputStream in = http.send(request, BodyHandlers.ofInputStream()).body()) {
            assertEquals(length, in.transferTo(java.io.OutputStream.nullOutputStream()));
        }
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) {
                int given = (int) Math.min(count, left);
                left -= given;
                return given == 0 && count > 0 ? -1 : given;
            }
        };
    }

    @Test
    void anUploadThatBreaksLeavesNothing() throws Exception {
        URI server = URI.create(url);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String head = "PUT " + FILES + "broken HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ada\r\n"
                    + "Content-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write((head + "x".repeat(5000)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        Path waiting = folder.resolve("volume/.tarn-uploads");
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (entries(waiting) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(0, entries(waiting));
        assertEquals(404, get(FILES + "broken").statusCode());
    }

    private static long entries(Path path) throws IOException {
        if (!java.nio.file.Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = java.nio.file.Files.list(path)) {
            return files.count();
        }
    }

    @Test
    void anUploadInPartsGoesOverSignedLinks() throws Exception {
        String path = "/Volumes/c/s/v/parts.bin";
        String token = post("/api/2.0/fs/files" + path + "?action=initiate-upload&overwrite=true", "ada", "")
                .path("multipart_upload")
                .path("session_token")
                .asText();
        JsonNode urls = post(
                        "/api/2.0/fs/create-upload-part-urls",
                        "ada",
                        "{\"path\":\"%s\",\"session_token\":\"%s\",\"start_part_number\":1,\"count\":2}"
                                .formatted(path, token))
                .path("upload_part_urls");
        assertEquals(2, urls.size());
        List<String> parts = new ArrayList<>();
        for (JsonNode each : urls) {
            HttpResponse<byte[]> sent = send(
                    "PUT", each.path("url").asText(), "", BodyPublishers.ofString("part" + each.path("part_number")));
            assertEquals(200, sent.statusCode(), () -> text(sent));
            parts.add("{\"part_number\":%s,\"etag\":\"%s\"}"
                    .formatted(
                            each.path("part_number"),
                            sent.headers().firstValue("ETag").orElseThrow().replace("\"", "\\\"")));
        }
        assertEquals(
                403,
                send("GET", urls.path(0).path("url").asText(), "", BodyPublishers.noBody())
                        .statusCode());
        post(
                "/api/2.0/fs/files" + path + "?action=complete-upload&upload_type=multipart&session_token=" + token,
                "ada",
                "{\"parts\":[" + String.join(",", parts) + "]}");
        String link = post("/api/2.0/fs/create-download-url?path=" + path, "bob", "")
                .path("url")
                .asText();
        assertEquals("part1part2", text(send("GET", link, "", BodyPublishers.noBody())));
        assertEquals("t1", text(send("GET", link, "", BodyPublishers.noBody(), "Range", "bytes=3-4")));
        room.readers.remove("bob");
        assertEquals(403, send("GET", link, "", BodyPublishers.noBody()).statusCode());
        room.readers.add("bob");
        room.clocks.advance(room.workspace, Duration.ofHours(2));
        HttpResponse<byte[]> over = send("GET", link, "", BodyPublishers.noBody());
        assertEquals(403, over.statusCode());
        assertTrue(text(over).contains("<Message>Request has expired</Message>"));
    }

    @Test
    void linksThatNobodySignedAreRefusedBeforeTheBodyIsRead() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            for (String query : List.of("", "?ticket=", "?ticket=e30.x", "?ticket=e30.%20")) {
                HttpResponse<byte[]> answer =
                        send(method, "/api/2.0/fs/links" + query, "", BodyPublishers.ofString("x"));
                assertEquals(403, answer.statusCode(), () -> method + query + text(answer));
            }
        }
    }

    @Test
    void theOlderCommandLinesFormIsStreamedToDbfs() throws Exception {
        byte[] content = new byte[6_000_000];
        new Random(2).nextBytes(content);
        String boundary = "----boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\n/form/f\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"overwrite\"\r\n\r\nTrue\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"path\"\r\nContent-Type: x/y\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = send(
                "POST",
                "/api/2.0/dbfs/put",
                "ada",
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail)),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        assertEquals(200, answer.statusCode(), () -> text(answer));
        assertEquals("{}", text(answer));
        assertArrayEquals(
                content, java.nio.file.Files.readAllBytes(folder.resolve("data/dbfs/" + room.workspace + "/form/f")));
        HttpResponse<byte[]> cut = send(
                "POST",
                "/api/2.0/dbfs/put",
                "ada",
                BodyPublishers.concat(BodyPublishers.ofByteArray(head), BodyPublishers.ofString("cut")),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        assertEquals(400, cut.statusCode());
        assertEquals(
                6_000_000L,
                FilesRoom.client(url, "bob").dbfs().getStatus("/form/f").getFileSize());
    }

    @Test
    void theOfficialSdkUsesDbfs() {
        WorkspaceClient eve = FilesRoom.client(url, "eve");
        String text = Base64.getEncoder().encodeToString("dbfs text".getBytes(StandardCharsets.UTF_8));
        eve.dbfs().mkdirs("/sdk/a");
        eve.dbfs()
                .put(new com.databricks.sdk.service.files.Put()
                        .setPath("/sdk/a/f")
                        .setContents(text)
                        .setOverwrite(true));
        assertEquals(text, eve.dbfs().read("/sdk/a/f").getData());
        eve.dbfs()
                .move(new com.databricks.sdk.service.files.Move()
                        .setSourcePath("/sdk/a/f")
                        .setDestinationPath("/sdk/g"));
        List<String> listed = new ArrayList<>();
        eve.dbfs().list("/sdk").forEach(info -> listed.add(info.getPath() + " " + info.getIsDir()));
        assertEquals(List.of("/sdk/a true", "/sdk/g false"), listed);
        assertThrows(NotFound.class, () -> eve.dbfs().getStatus("/sdk/none"));
        assertThrows(PermissionDenied.class, () -> eve.dbfs().list("dbfs:/Volumes/c/s/v"));
        eve.dbfs()
                .delete(new com.databricks.sdk.service.files.Delete()
                        .setPath("/sdk")
                        .setRecursive(true));
    }

    /** Paths of every kind of evil, raw on the wire, so that no client tidies them. */
    @Test
    void noPathLeadsOutOfTheVolume() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("volume"));
        java.nio.file.Files.writeString(folder.resolve("bait"), "bait");
        List<String> pieces = List.of(
                "..",
                ".",
                "/",
                "//",
                "%2e",
                "%2E%2e",
                "%2f",
                "%2F",
                "%5c",
                "\\",
                "%00",
                "%252e",
                "%c0%ae",
                "bait",
                "a",
                ";x=1",
                "%3b",
                "%0a",
                "%20",
                "%ff",
                "..%2f",
                "%e2%80%ae",
                "?",
                "*",
                "~");
        Random random = new Random(11);
        URI server = URI.create(url);
        for (int i = 0; i < 250; i++) {
            StringBuilder path =
                    new StringBuilder(random.nextBoolean() ? FILES : "/api/2.0/fs/directories/Volumes/c/s/v/");
            for (int j = random.nextInt(8); j >= 0; j--) {
                path.append(pieces.get(random.nextInt(pieces.size())));
            }
            String method = List.of("GET", "PUT", "DELETE").get(random.nextInt(3));
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout(20_000);
                String request = method + " " + path
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ada\r\nContent-Length: 4\r\n\r\nevil";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answer = answer(socket.getInputStream());
                assertTrue(
                        answer.startsWith("HTTP/1.1 2") || answer.startsWith("HTTP/1.1 4"), () -> path + "\n" + answer);
                assertTrue(!answer.endsWith("bait"), () -> path + "\n" + answer);
            }
        }
        assertEquals("bait", java.nio.file.Files.readString(folder.resolve("bait")));
        assertEquals(
                List.of(),
                java.nio.file.Files.walk(folder)
                        .filter(path -> !path.startsWith(folder.resolve("volume")))
                        .filter(path -> path.getFileName().toString().equals("a"))
                        .toList());
    }

    /** Head and content of an answer of known length; what else comes is not waited for. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            int end = answer.indexOf("\r\n\r\n");
            if (end >= 0) {
                Matcher length = LENGTH.matcher(answer);
                byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
                return answer + new String(body, StandardCharsets.ISO_8859_1);
            }
        }
        return answer.toString();
    }
}
