package dev.tarn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.SdkOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Makes the request of one operation of what the command line says. */
final class RequestBuilder {
    private final ObjectNode body;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, List<String>> query = new HashMap<>();
    private @Nullable String upload;

    private RequestBuilder(ObjectNode body) {
        this.body = body;
    }

    /** @throws IllegalArgumentException saying what is wrong or missing; nothing was sent */
    static Call read(SdkOperation operation, ParseResult parsed) {
        Class<?> request = Client.request(operation).orElse(null);
        if (request == null) {
            return Call.of(Map.of());
        }
        String json = parsed.matchedOptionValue(Commands.JSON, "{}");
        if (!(parse(Commands.JSON, json) instanceof ObjectNode body)) {
            throw new IllegalArgumentException("--json is a JSON object, {\"field\": value, ...}, and this is none.");
        }
        RequestBuilder builder = new RequestBuilder(body);
        List<Fields.RequestField> fields = Fields.of(operation, request);
        fields.forEach(builder::takeFromBody);
        for (Fields.RequestField field : Commands.options(fields)) {
            if (parsed.hasMatchedOption(field.option())) {
                builder.put(field, parsed.matchedOptionValue(field.option(), ""));
            }
        }
        List<Fields.RequestField> positional = Fields.positional(operation, fields);
        for (int i = 0; i < positional.size(); i++) {
            String value = parsed.matchedPositionalValue(i, (String) null);
            if (value != null) {
                builder.put(positional.get(i), value);
            }
        }
        builder.check(operation, fields);
        return new Call(builder.body, builder.path, builder.query, Optional.ofNullable(builder.upload));
    }

    private void check(SdkOperation operation, List<Fields.RequestField> fields) {
        List<String> missing = fields.stream()
                .filter(field -> field.place() == Fields.Place.PATH
                                && path.getOrDefault(field.name(), "").isEmpty()
                        || field.place() == Fields.Place.FILE && upload == null)
                .map(field -> field.place() == Fields.Place.PATH ? Words.upper(field.name()) : field.option())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("%s needs %s; see its --help."
                    .formatted(Words.kebab(operation.method()), String.join(" and ", missing)));
        }
    }

    private void put(Fields.RequestField field, String value) {
        switch (field.place()) {
            case PATH -> path.put(field.name(), value);
            case QUERY -> query.put(field.name(), field.plainList() ? split(value) : List.of(value));
            case FILE -> upload = value;
            case BODY -> {
                if (field.plainList() && !value.startsWith("[") && !value.startsWith("@")) {
                    ArrayNode list = body.putArray(field.name());
                    split(value).forEach(list::add);
                } else if (field.structured()) {
                    body.set(field.name(), parse(field.option(), value));
                } else {
                    body.put(field.name(), value);
                }
            }
        }
    }

    /** What {@code --json} says of the path and the query belongs there. */
    private void takeFromBody(Fields.RequestField field) {
        String name =
                field.place() == Fields.Place.PATH ? Words.kebab(field.name()).replace('-', '_') : field.name();
        if (field.place() != Fields.Place.BODY && body.path(name).isValueNode()) {
            put(field, body.remove(name).asText());
        }
    }

    private static List<String> split(String value) {
        return Stream.of(value.split(",")).map(String::strip).toList();
    }

    private static JsonNode parse(String option, String value) {
        try {
            return Client.JSON.readTree(value.startsWith("@") ? file(option, value.substring(1)) : value);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            String what = e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*|\\s*at \\[Source.*", "");
            throw new IllegalArgumentException(option + " is not valid JSON: " + what + where, e);
        }
    }

    private static String file(String option, String name) {
        try {
            return name.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of " + option + " cannot be read: "
                            + Path.of(name).toAbsolutePath(),
                    e);
        }
    }
}
