package dev.tarn.files.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Json;
import dev.tarn.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Fields of the small JSON bodies that the SDK does not state. */
final class Bodies {
    private Bodies() {}

    /** The body as an object; an empty one is an empty object. */
    static JsonNode object(byte[] body) {
        if (body.length == 0) {
            return Json.readTree("{}");
        }
        try {
            JsonNode tree = Json.readTree(new String(body, StandardCharsets.UTF_8));
            if (tree.isObject()) {
                return tree;
            }
        } catch (IllegalArgumentException e) {
            throw AppException.invalid("The request body is not JSON.");
        }
        throw AppException.invalid("The request body is not a JSON object.");
    }

    /** A field of the body, or the query parameter of that name: clients send either. */
    static Optional<String> text(JsonNode body, Request request, String name) {
        JsonNode field = body.path(name);
        if (field.isValueNode() && !field.isNull()) {
            return Optional.of(field.asText());
        }
        return request.query(name);
    }

    static String required(JsonNode body, Request request, String name) {
        return text(body, request, name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> AppException.invalid("'%s' is missing.".formatted(name)));
    }

    static int number(JsonNode body, Request request, String name, int fallback) {
        String value = text(body, request, name).orElse(Integer.toString(fallback));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw AppException.invalid("'%s' is a number.".formatted(name));
        }
    }

    /** When a link is to expire, as RFC 3339 has times. */
    static Optional<Instant> time(JsonNode body, Request request, String name) {
        return text(body, request, name).filter(value -> !value.isEmpty()).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw AppException.invalid("'%s' is a time such as 2026-01-31T12:00:00Z.".formatted(name));
            }
        });
    }
}
