package dev.tarn.identity.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange with S256 (RFC 7636), and redirects to the user's own machine (RFC 8252). */
public final class Pkce {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private Pkce() {}

    public static boolean isChallenge(String text) {
        return CHALLENGE.matcher(text).matches();
    }

    public static boolean matches(String verifier, String challenge) {
        if (!VERIFIER.matcher(verifier).matches()) {
            return false;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            byte[] actual = Base64.getUrlEncoder().withoutPadding().encode(digest);
            return MessageDigest.isEqual(actual, challenge.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a redirect leads to the machine of the browser itself. */
    public static boolean isLocal(String redirectUri) {
        try {
            URI uri = new URI(redirectUri);
            return "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOCAL.contains(uri.getHost())
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getRawQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
