package dev.tarn.files.internal;

import dev.tarn.core.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs claims with HMAC-SHA256, by a key that is made at start and never leaves the process. */
public final class TicketSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 16 * 1024;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    public TicketSigner() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** The claims and their signature, as text that fits a query. */
    public String sign(Map<String, String> claims) {
        String payload =
                ENCODER.encodeToString(Json.write(new TreeMap<>(claims)).getBytes(StandardCharsets.UTF_8));
        return payload + "." + ENCODER.encodeToString(signature(payload));
    }

    /** The claims of a ticket that this process signed. */
    public Optional<Map<String, String>> read(String ticket) {
        int dot = ticket.indexOf('.');
        if (dot < 0 || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        String payload = ticket.substring(0, dot);
        byte[] given = ticket.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] expected = ENCODER.encodeToString(signature(payload)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return Optional.empty();
        }
        return Optional.of(
                Json.readStrings(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)));
    }

    private byte[] signature(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
