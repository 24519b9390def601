package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows an answer: lists as tables of their most telling columns, everything else as JSON. */
final class Screen {
    private static final int COLUMNS = 6;
    private static final int WIDEST = 60;
    private static final List<String> TELLING = List.of(
            "id",
            "name",
            "full_name",
            "userName",
            "displayName",
            "applicationId",
            "token_id",
            "statement_id",
            "state",
            "owner",
            "comment",
            "catalog_name",
            "table_type",
            "active");

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void show(JsonNode answer, boolean json) {
        ArrayNode list = json ? null : list(answer);
        if (list != null) {
            table(list);
        } else if (!answer.isEmpty() || json) {
            out.println(Client.pretty(answer));
        }
    }

    /** The only list of objects in an answer. */
    private static @org.jspecify.annotations.Nullable ArrayNode list(JsonNode answer) {
        List<ArrayNode> lists = new ArrayList<>();
        for (JsonNode value : answer) {
            if (value instanceof ArrayNode array
                    && (array.isEmpty() || array.get(0).isObject())) {
                lists.add(array);
            }
        }
        return lists.size() == 1 ? lists.get(0) : null;
    }

    private void table(ArrayNode rows) {
        Set<String> present = new LinkedHashSet<>();
        rows.forEach(row -> row.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                present.add(field.getKey());
            }
        }));
        List<String> columns = new ArrayList<>(
                TELLING.stream().filter(present::contains).limit(COLUMNS).toList());
        present.stream()
                .filter(name -> columns.size() < 2 && !columns.contains(name))
                .forEach(columns::add);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        rows.forEach(row ->
                lines.add(columns.stream().map(name -> cell(row.path(name))).toList()));
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String cell(JsonNode value) {
        String text =
                value.isMissingNode() || value.isNull() ? "" : value.asText().replace('\n', ' ');
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }
}
