package dev.tarn.workspace;

import dev.tarn.workspace.notebook.Language;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a notebook or file holds.
 *
 * @param language of a notebook; empty for a file
 * @param format of a notebook; empty for a file
 * @param isText whether it is kept as text, which can be searched, rather than in Base64
 */
public record Content(Optional<Language> language, Optional<StoredFormat> format, boolean isText, byte[] bytes) {
    public static Content file(byte[] bytes) {
        return new Content(Optional.empty(), Optional.empty(), isStorableText(bytes), bytes);
    }

    static Content notebook(Language language, StoredFormat format, String text) {
        return new Content(Optional.of(language), Optional.of(format), true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #stored} wrote it. */
    public static Content ofStored(
            Optional<Language> language, Optional<StoredFormat> format, boolean isText, String stored) {
        return new Content(
                language,
                format,
                isText,
                isText
                        ? stored.getBytes(StandardCharsets.UTF_8)
                        : Base64.getDecoder().decode(stored));
    }

    public ObjectKind kind() {
        return language.isPresent() ? ObjectKind.NOTEBOOK : ObjectKind.FILE;
    }

    public long size() {
        return bytes.length;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** For the store, which keeps texts. */
    public String stored() {
        return isText ? text() : Base64.getEncoder().encodeToString(bytes);
    }

    /** Of the bytes and what they are. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((language + "/" + format).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of bytes that are UTF-8; empty if they are not, or hold a NUL, which stores do not keep. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isStorableText(byte[] bytes) {
        return utf8(bytes).isPresent();
    }
}
