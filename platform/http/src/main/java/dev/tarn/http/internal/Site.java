package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import dev.tarn.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The web app: files of the class path below {@code ui/}. They are the same for everybody and hold nothing of anybody, so that they need
 * no caller. A page of the app that is no file is answered with {@code index.html}, whose script draws it; paths of the API never are.
 */
public final class Site {
    private static final String FOLDER = "ui/";
    private static final String INDEX = "index.html";
    /** The build puts what it names by its content here: such a file never changes. */
    private static final String HASHED = "assets/";

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /** Below these nothing is a page. */
    private static final List<String> API = List.of(
            "/api",
            "/ajax-api",
            "/oidc",
            "/login",
            "/logout",
            "/.well-known",
            "/health",
            "/ready",
            "/metrics",
            "/sql",
            "/delta-sharing",
            "/graphql",
            "/telemetry",
            "/telemetry-ext",
            "/telemetry-unauth");

    /**
     * No script but the app's own files, and no frames around it. Styles may be inline: the app's primitives (scroll lock of dialogs, the
     * editor) put style elements into the page, which cannot run anything.
     */
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"));

    private final ClassLoader loader;
    private final ConcurrentMap<String, Asset> assets = new ConcurrentHashMap<>();

    /**
     * @param gzip also as the build may have put it beside the file
     * @param brotli null if the build did not
     */
    private record Asset(String type, String etag, byte[] plain, byte[] gzip, byte @Nullable [] brotli) {}

    private Site(ClassLoader loader) {
        this.loader = loader;
    }

    /** The site on a class path, if there is one. */
    public static Optional<Site> of(ClassLoader loader) {
        return loader.getResource(FOLDER + INDEX) == null ? Optional.empty() : Optional.of(new Site(loader));
    }

    /** A file or a page; empty for what belongs to the API or does not exist. */
    Optional<Response> answer(RequestHeaders request, String path) {
        if (!isPage(request, path)) {
            return Optional.empty();
        }
        String name = path.equals("/") ? INDEX : path.substring(1);
        Optional<Asset> file = asset(name);
        if (file.isPresent()) {
            return Optional.of(send(request, name, file.get()));
        }
        boolean wantsPage = request.get(HttpHeaderNames.ACCEPT, "").contains("text/html");
        return wantsPage && !name.startsWith(HASHED)
                ? asset(INDEX).map(index -> send(request, INDEX, index))
                : Optional.empty();
    }

    /** Whether a browser may look for a page there. */
    static boolean isPage(RequestHeaders request, String path) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads && API.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Response send(RequestHeaders request, String name, Asset asset) {
        boolean known = Arrays.stream(
                        request.get(HttpHeaderNames.IF_NONE_MATCH, "").split(",", -1))
                .anyMatch(tag -> tag.strip().replaceFirst("^W/", "").equals(asset.etag()));
        Response response = known ? Response.empty(304) : packed(request, asset);
        String keep = name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
        return response.withHeader("Cache-Control", keep)
                .withHeader("ETag", "W/" + asset.etag())
                .withHeader("Vary", "accept-encoding")
                .withHeader("Content-Security-Policy", POLICY);
    }

    private static Response packed(RequestHeaders request, Asset asset) {
        if (asset.brotli() != null && Compression.accepts(request, "br")) {
            return Response.of(200, asset.type(), asset.brotli()).withHeader("Content-Encoding", "br");
        }
        return asset.gzip().length < asset.plain().length && Compression.accepts(request, "gzip")
                ? Response.of(200, asset.type(), asset.gzip()).withHeader("Content-Encoding", "gzip")
                : Response.of(200, asset.type(), asset.plain());
    }

    /** Only names of the plain form are looked up: no dots that climb, nothing hidden. */
    private Optional<Asset> asset(String name) {
        Asset known = assets.get(name);
        if (known != null || !FILE.matcher(name).matches()) {
            return Optional.ofNullable(known);
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        byte[] plain = type == null ? null : read(name);
        if (type == null || plain == null) {
            return Optional.empty();
        }
        byte[] packed = read(name + ".gz");
        Asset asset = new Asset(type, etag(plain), plain, packed == null ? gzip(plain) : packed, read(name + ".br"));
        assets.put(name, asset);
        return Optional.of(asset);
    }

    private byte @Nullable [] read(String name) {
        try (InputStream stream = loader.getResourceAsStream(FOLDER + name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3 + 100);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
