package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows answers: lists as tables of their most telling columns, objects as their fields, or everything as JSON. */
final class Screen {
    private static final int COLUMNS = 6;
    private static final int ENOUGH = 3;
    private static final List<String> TELLING = List.of(
            "id",
            "full_name",
            "name",
            "path",
            "userName",
            "displayName",
            "display_name",
            "applicationId",
            "token_id",
            "statement_id",
            "principal",
            "privileges",
            "key",
            "state",
            "owner",
            "comment",
            "catalog_name",
            "catalog_type",
            "table_type",
            "object_type",
            "created_by_username",
            "expiry_time",
            "active");

    private final PrintStream out;
    private final PrintStream notes;
    private final boolean json;
    private final int width;

    /**
     * Nothing is shown yet.
     *
     * @param notes takes what is not part of the answer
     * @param json whether answers are shown as JSON
     * @param width of the terminal; zero where there is none
     */
    Screen(PrintStream out, PrintStream notes, boolean json, int width) {
        this.out = out;
        this.notes = notes;
        this.json = json;
        this.width = width;
    }

    void show(Answer answer) {
        JsonNode whole = answer.json();
        if (json) {
            out.println(whole.toPrettyString());
        } else if (isResult(whole)) {
            result(whole);
        } else if (answer.list().isPresent()) {
            list(whole.path(answer.list().get()));
        } else if (whole instanceof ArrayNode) {
            list(whole);
        } else {
            Table table = new Table(List.of("", ""));
            fields("", whole, table);
            table.print(out, 0);
        }
    }

    /** Whether it is a statement whose rows are in the answer, and not behind links. */
    private static boolean isResult(JsonNode answer) {
        return answer.has("statement_id")
                && answer.path("manifest").path("schema").has("columns")
                && !answer.path("result").has("external_links");
    }

    /** The rows of a statement; nothing, where it makes none. */
    private void result(JsonNode statement) {
        Table table = new Table(StreamSupport.stream(
                        statement
                                .path("manifest")
                                .path("schema")
                                .path("columns")
                                .spliterator(),
                        false)
                .map(column -> column.path("name").asText())
                .toList());
        statement
                .path("result")
                .path("data_array")
                .forEach(row -> table.add(StreamSupport.stream(row.spliterator(), false)
                        .map(value -> value.isNull() ? "null" : value.asText())
                        .toList()));
        table.print(out, 0);
        if (statement.path("manifest").path("truncated").asBoolean()) {
            notes.println("The result is longer; these are its first rows.");
        }
    }

    private void list(JsonNode rows) {
        if (rows.isEmpty()) {
            notes.println("The list is empty.");
            return;
        }
        if (!rows.get(0).isObject()) {
            rows.forEach(row -> out.println(row.asText()));
            return;
        }
        List<String> columns = columns(rows);
        Table table = new Table(columns);
        rows.forEach(row -> table.add(
                columns.stream().map(name -> cell(name, row.path(name))).toList()));
        table.print(out, width);
    }

    private static List<String> columns(JsonNode rows) {
        Set<String> present = new LinkedHashSet<>();
        Set<String> complex = new LinkedHashSet<>();
        rows.forEach(row -> row.fields()
                .forEachRemaining(field -> (isPlain(field.getValue()) ? present : complex).add(field.getKey())));
        List<String> columns = new ArrayList<>(
                TELLING.stream().filter(present::contains).limit(COLUMNS).toList());
        if (columns.contains("full_name") && columns.contains("name")) {
            columns.remove("name");
        }
        fill(columns, present, ENOUGH);
        fill(columns, complex, 2);
        return columns;
    }

    private static void fill(List<String> columns, Set<String> more, int enough) {
        more.stream()
                .filter(name -> columns.size() < enough && !columns.contains(name))
                .forEach(columns::add);
    }

    /** One line per value, named by the way to it. */
    private static void fields(String name, JsonNode value, Table table) {
        if (value.isContainerNode() && value.isEmpty()) {
            return;
        }
        if (isPlain(value)) {
            table.add(List.of(name, cell(name, value)));
        } else if (value.isObject()) {
            value.fields()
                    .forEachRemaining(field -> fields(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), table));
        } else {
            for (int i = 0; i < value.size(); i++) {
                fields(name + "[" + i + "]", value.get(i), table);
            }
        }
    }

    private static boolean isPlain(JsonNode value) {
        return value.isValueNode()
                || value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode);
    }

    private static String cell(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (isPlain(value) && value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        if (value.isIntegralNumber() && isTime(name, value.asLong())) {
            return Instant.ofEpochMilli(value.asLong())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Milliseconds since 1970 tell a person nothing. */
    private static boolean isTime(String name, long value) {
        return name.matches("(?i).*(_at|time|_time_ms|timestamp|date)")
                && value > 1_000_000_000_000L
                && value < 10_000_000_000_000L;
    }
}
