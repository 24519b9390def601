package dev.tarn.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with the parameters of the OWASP cheat sheet (19 MiB, 2 passes, 1 lane). Checking an unknown user's password takes as
 * long as a known one's. At most two run at once, so that a flood of sign-ins cannot exhaust the memory.
 */
public final class PasswordHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore slots = new Semaphore(2);

    /** No password has this hash; it only costs as much time as one that somebody has. */
    private final String nobody = encoded(new byte[16], new byte[BYTES]);

    /** {@code argon2id$memory$passes$salt$hash}. */
    public String of(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encoded(salt, compute(password, salt, MEMORY_KIB, PASSES));
    }

    /** @param stored empty for a user who does not exist or has no password; the answer is then false, after the same time */
    public boolean matches(String password, Optional<String> stored) {
        String[] parts = stored.orElse(nobody).split("\\$", -1);
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] actual = compute(
                password, Base64.getDecoder().decode(parts[3]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(expected, actual) && stored.isPresent();
    }

    private static String encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "argon2id$%d$%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private byte[] compute(String password, byte[] salt, int memory, int passes) {
        slots.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            slots.release();
        }
    }
}
