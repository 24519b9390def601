package dev.tarn.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page begins: the sort key of the last row that was sent. Opaque to clients, and harmless if they make one
 * up, because a page is always filtered by what its caller may see.
 */
public record PageToken(String lastKey) {
    public static PageToken decode(String text) {
        try {
            return new PageToken(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw AppException.invalid(
                    "'page_token' is not one of ours: send the value of 'next_page_token' unchanged.");
        }
    }

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }
}
