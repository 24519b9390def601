package dev.tarn.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a {@link SecretBox}: one that seals, and older ones that still open. As text: 32 bytes in Base64 a line, the sealing
 * key first; empty lines and those that begin with {@code #} are skipped.
 */
final class MasterKeys {
    static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key, and the name by which sealed texts refer to it: the beginning of its hash. */
    record Key(String id, SecretKey key) {
        static Key of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(HexFormat.of().formatHex(hash, 0, 8), new SecretKeySpec(bytes, "AES"));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        static Key random() {
            byte[] bytes = new byte[KEY_BYTES];
            RANDOM.nextBytes(bytes);
            return of(bytes);
        }
    }

    private final List<Key> keys;

    private MasterKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    static MasterKeys parse(String text) {
        List<Key> keys = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(Key.of(decode(line)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "The master key is empty: give 32 random bytes in Base64, one key a line.");
        }
        return new MasterKeys(keys);
    }

    /** The keys of a file, which is made with a random key if it does not exist. */
    static MasterKeys load(Path file) {
        try {
            if (Files.notExists(file)) {
                new MasterKeys(List.of(Key.random())).save(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("The master key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Key sealing() {
        return keys.get(0);
    }

    Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** With a new sealing key, and the one before it to open what it sealed; what it still opened itself is forgotten. */
    MasterKeys rotated() {
        return new MasterKeys(List.of(Key.random(), sealing()));
    }

    /** Replaces the file; it is readable by its owner alone before anything is in it, and on disk when this returns. */
    void save(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                "# Seals the secrets of this server. Without it they are lost: keep a copy elsewhere.\n");
        keys.forEach(
                key -> text.append(Base64.getEncoder().encodeToString(key.key().getEncoded()))
                        .append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
        Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] decode(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A master key is not Base64: give 32 random bytes in Base64.", e);
        }
        throw new IllegalArgumentException("A master key does not have 32 bytes: give 32 random bytes in Base64.");
    }
}
