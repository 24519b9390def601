package dev.tarn.sql.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links to result files with HMAC-SHA256. The key is made at start and never leaves the process: results do not outlive
 * it either.
 */
public final class LinkSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public LinkSigner() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    public String sign(String statementId, int chunk, Instant expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = statementId + '\n' + chunk + '\n' + expires.toEpochMilli();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time for every wrong signature. */
    public boolean verify(String statementId, int chunk, Instant expires, String signature) {
        return MessageDigest.isEqual(
                sign(statementId, chunk, expires).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }
}
