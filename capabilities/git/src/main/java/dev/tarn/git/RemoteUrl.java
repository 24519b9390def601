package dev.tarn.git;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a repository lies, checked against what the operator has listed. Closed unless listed: https to listed hosts, and bare
 * repositories below listed directories of this machine; no other protocol.
 *
 * @param text in normal form, without a user
 * @param host of an https URL; empty for a place on this machine
 * @param port of an https URL, 443 if it names none
 */
public record RemoteUrl(String text, Optional<String> host, int port) {
    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE, GIT_URL_NOT_ON_ALLOW_LIST */
    public static RemoteUrl parse(String text, GitConfig config) {
        if (text.length() > LONGEST || text.chars().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
            throw GitErrors.badUrl(
                    "it holds blanks or control characters, or more than %d characters.".formatted(LONGEST));
        }
        if (text.startsWith("/") || text.startsWith("file:///")) {
            return local(text.startsWith("/") ? text : text.substring("file://".length()), config.localRoots());
        }
        if (!text.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw GitErrors.badUrl("it must begin with https://.");
        }
        return https(text, config.hosts());
    }

    private static RemoteUrl https(String text, List<String> hosts) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw GitErrors.badUrl("it is no URL.");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (host.isEmpty() || path.length() < 2 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw GitErrors.badUrl("it must be of the form https://host/path, without a query.");
        }
        String user = uri.getRawUserInfo();
        if (user != null && user.contains(":")) {
            throw GitErrors.badUrl("it holds a password. Keep that as a git credential, and send the URL without it.");
        }
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        if (hosts.stream().noneMatch(listed -> isListed(listed.toLowerCase(Locale.ROOT), host, port))) {
            throw GitErrors.notAllowed("The host " + host + (port == HTTPS ? "" : ":" + port), "tarn.git.hosts");
        }
        String normal = "https://" + host + (port == HTTPS ? "" : ":" + port) + path.replaceAll("/+$", "");
        return new RemoteUrl(normal, Optional.of(host), port);
    }

    private static boolean isListed(String listed, String host, int port) {
        if (listed.startsWith("*.")) {
            return port == HTTPS && host.endsWith(listed.substring(1)) && host.length() > listed.length() - 1;
        }
        return listed.equals(host + ":" + port) || port == HTTPS && listed.equals(host);
    }

    private static RemoteUrl local(String text, List<Path> roots) {
        Path path;
        try {
            path = Path.of(text).normalize();
        } catch (InvalidPathException e) {
            throw GitErrors.badUrl("it is no path.");
        }
        for (Path root : roots) {
            Path normal = root.toAbsolutePath().normalize();
            if (path.startsWith(normal) && !path.equals(normal)) {
                return new RemoteUrl(below(normal, path).toString(), Optional.empty(), 0);
            }
        }
        throw GitErrors.notAllowed("A place on the server's machine", "tarn.git.local-roots");
    }

    /** The place without links, which must not lead out of the root. */
    private static Path below(Path root, Path path) {
        try {
            Path real = path.toRealPath();
            if (real.startsWith(root.toRealPath())) {
                return real;
            }
        } catch (IOException e) {
            throw GitErrors.remote("There is no repository at that place of the server's machine. Check 'url'.");
        }
        throw GitErrors.notAllowed("A place on the server's machine", "tarn.git.local-roots");
    }

    /** The last part of the path, without {@code .git}; what a git folder is called by default. */
    String repositoryName() {
        String last = text.substring(text.lastIndexOf('/') + 1);
        return last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    }

    /** Whether it belongs to a public service, whose addresses are never private ones. */
    public boolean isPublic() {
        return host.flatMap(GitProvider::ofHost).isPresent();
    }
}
