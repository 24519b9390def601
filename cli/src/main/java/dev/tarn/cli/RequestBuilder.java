package dev.tarn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what the command line says of one request. */
final class RequestBuilder {
    private final ObjectNode body;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, List<String>> query = new HashMap<>();

    RequestBuilder(String json) {
        if (!(Client.parse(json) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("--json must be a JSON object");
        }
        this.body = object;
    }

    void put(Fields.RequestField field, String value) {
        switch (field.place()) {
            case PATH -> path.put(field.name(), value);
            case QUERY -> query.put(field.name(), List.of(value));
            case BODY -> {
                if (field.structured()) {
                    body.set(field.name(), Client.parse(value));
                } else {
                    body.put(field.name(), value);
                }
            }
        }
    }

    boolean has(Fields.RequestField field) {
        return path.containsKey(field.name());
    }

    Incoming build() {
        return new Incoming(
                body.isEmpty() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8), path, query);
    }
}
