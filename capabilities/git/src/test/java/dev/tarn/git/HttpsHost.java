package dev.tarn.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A git host: the smart HTTP protocol over https on a free port of localhost, with one user and one repository. */
final class HttpsHost implements AutoCloseable {
    /** {@code ada:right-token}. */
    static final String AUTHORIZATION = "Basic YWRhOnJpZ2h0LXRva2Vu";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Authorization headers, and the paths that they came to. */
    final List<String> seen = new CopyOnWriteArrayList<>();

    private volatile Repository repository;
    private volatile String redirect = "";

    /** @param trusted context that this and other hosts made with it trust each other by */
    HttpsHost(SSLContext trusted) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusted));
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** A certificate for localhost, made by the JDK's own tool, and trust in it. */
    static SSLContext certificate(Path folder) throws Exception {
        Path file = folder.resolve("localhost.p12");
        if (Files.notExists(file)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "host",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("host", store.getCertificate("host"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "https://localhost:" + port() + "/team/project.git";
    }

    void serve(Repository served) {
        repository = served;
        redirect = "";
        seen.clear();
    }

    /** Sends every call on to another place. */
    void redirectTo(String place) {
        redirect = place;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String path = exchange.getRequestURI().getPath();
        seen.add(authorization + " " + path);
        if (!redirect.isEmpty()) {
            exchange.getResponseHeaders().set("Location", redirect + exchange.getRequestURI());
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        if (!authorization.equals(AUTHORIZATION)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        if (path.endsWith("/info/refs")) {
            advertise(exchange, exchange.getRequestURI().getQuery().replace("service=", ""));
        } else {
            exchange(exchange, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void advertise(HttpExchange exchange, String service) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        if (service.equals("git-upload-pack")) {
            UploadPack upload = new UploadPack(repository);
            upload.setBiDirectionalPipe(false);
            upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
            new ReceivePack(repository).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        }
        answer(exchange, "application/x-" + service + "-advertisement", out);
    }

    private void exchange(HttpExchange exchange, String service) throws IOException {
        InputStream in = exchange.getRequestBody();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            in = new GZIPInputStream(in);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (service.equals("git-upload-pack")) {
            UploadPack upload = new UploadPack(repository);
            upload.setBiDirectionalPipe(false);
            upload.upload(in, out, null);
        } else {
            ReceivePack receive = new ReceivePack(repository);
            receive.setBiDirectionalPipe(false);
            receive.receive(in, out, null);
        }
        answer(exchange, "application/x-" + service + "-result", out);
    }

    private static void answer(HttpExchange exchange, String type, ByteArrayOutputStream out) throws IOException {
        Map.of("Content-Type", type, "Cache-Control", "no-cache")
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(200, out.size());
        out.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
