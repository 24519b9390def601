package dev.tarn.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps what a room must be able to read back but nobody may find in the store: AES-256-GCM with a master key that lies outside
 * the store. A sealed text opens only in the context that it was sealed for (its workspace, scope and name, say), so that rows
 * cannot be swapped. Safe for use by many threads.
 */
public final class SecretBox {
    private static final Pattern SEALED = Pattern.compile("v1:([0-9a-f]{16}):([A-Za-z0-9+/=]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a room has sealed. */
    @FunctionalInterface
    public interface SealedValues {
        /** Seals everything again that is not {@link #isCurrent}, in transactions of its own. @return how many values */
        int sealAgain();
    }

    private final Optional<Path> file;
    private final List<SealedValues> kept = new CopyOnWriteArrayList<>();
    private volatile MasterKeys keys;

    private SecretBox(Optional<Path> file, MasterKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * A box whose key lies in a file of ours, mode 600, made on first use.
     *
     * @throws IllegalStateException or IllegalArgumentException if the file cannot be read or holds no key
     */
    public static SecretBox inFile(Path file) {
        return new SecretBox(Optional.of(file), MasterKeys.load(file));
    }

    /**
     * A box whose key the operator keeps.
     *
     * @param keys 32 bytes in Base64; more lines are older keys, which open only
     * @throws IllegalArgumentException if this is no key
     */
    public static SecretBox withKeys(Secret keys) {
        return new SecretBox(Optional.empty(), MasterKeys.parse(keys.reveal()));
    }

    /**
     * Seals bytes.
     *
     * @param context what they belong to; must be given again to open
     */
    public String seal(byte[] plain, String context) {
        MasterKeys.Key key = keys.sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            byte[] whole = ByteBuffer.allocate(NONCE_BYTES + body.length)
                    .put(nonce)
                    .put(body)
                    .array();
            return "v1:" + key.id() + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws AppException INTERNAL if its master key is gone, or the text was changed or belongs to another context
     */
    public byte[] open(String sealed, String context) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw damaged();
        }
        MasterKeys.Key key = keys.find(parts.group(1)).orElseThrow(SecretBox::keyLost);
        try {
            byte[] whole = Base64.getDecoder().decode(parts.group(2));
            if (whole.length < NONCE_BYTES + TAG_BITS / 8) {
                throw damaged();
            }
            byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw damaged();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text was sealed with the present key, rather than an older one. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith("v1:" + keys.sealing().id() + ":");
    }

    /** A room keeps sealed values, and seals them again when the key changes. At start. */
    public void keeps(SealedValues values) {
        kept.add(values);
    }

    /**
     * Brings a new master key and seals everything again. The key before it stays, for what was being written meanwhile; older
     * ones are forgotten. Where the operator keeps the key, what older keys sealed is sealed again with the first. If it fails
     * half-way, nothing is lost: run it again.
     *
     * @return how many values were sealed again
     */
    public synchronized int rotate() {
        if (file.isPresent()) {
            replace(file.get(), keys.rotated());
        }
        return kept.stream().mapToInt(SealedValues::sealAgain).sum();
    }

    private void replace(Path place, MasterKeys next) {
        try {
            next.save(place);
        } catch (IOException e) {
            throw new AppException(
                    ErrorKind.UNAVAILABLE,
                    "TEMPORARILY_UNAVAILABLE",
                    "The new master key could not be written, so the old one stays. See the server's log.",
                    java.util.Map.of(),
                    e);
        }
        keys = next;
    }

    private static Cipher cipher(int mode, MasterKeys.Key key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static AppException keyLost() {
        return new AppException(
                ErrorKind.INTERNAL,
                "INTERNAL_ERROR",
                "This value was sealed with a master key that the server does not have. Restore the master key, or store the value anew.");
    }

    private static AppException damaged() {
        return new AppException(
                ErrorKind.INTERNAL,
                "INTERNAL_ERROR",
                "A sealed value in the store is damaged. Restore the store from a backup, or store the value anew.");
    }
}
