package dev.tarn.core;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** New identifiers, in the forms that the vendor's APIs use. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A random UUID, the id of most objects. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }

    /** 16 hexadecimal digits, the form of warehouse and dashboard ids. */
    public static String hex16() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A positive number of 15 digits, the form of principal and workspace ids; exact as a JSON number in every client. */
    public static long numeric() {
        return RANDOM.nextLong(100_000_000_000_000L, 1_000_000_000_000_000L);
    }

    /** {@code bytes} random bytes as lower-case hexadecimal text, for tokens and secrets. */
    public static String secret(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
