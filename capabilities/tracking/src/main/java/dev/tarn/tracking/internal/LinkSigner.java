package dev.tarn.tracking.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.storage.FilePath;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links to artifacts with HMAC-SHA256. The key is made at start and never leaves the process. */
public final class LinkSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public LinkSigner() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    public String sign(WorkspaceId workspace, FilePath path, boolean write, Instant expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = workspace + "\n" + path + "\n" + write + "\n" + expires.toEpochMilli();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time for every wrong signature. */
    public boolean verify(WorkspaceId workspace, FilePath path, boolean write, Instant expires, String signature) {
        return MessageDigest.isEqual(
                sign(workspace, path, write, expires).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }
}
