package dev.tarn.app.quickstart;

import com.databricks.sdk.service.sql.ColumnInfo;
import com.databricks.sdk.service.sql.StatementResponse;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Prints the tour: headings, statements, results as tables. */
final class Screen {
    private static final int WIDEST_CELL = 44;

    private final PrintStream out;
    private final boolean colour;

    Screen(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void heading(String text) {
        out.println();
        out.println(style("1;36", "── " + text + " ") + style("36", "─".repeat(Math.max(3, 76 - text.length()))));
    }

    void say(String text) {
        out.println("   " + text);
    }

    void statement(String who, String sql) {
        out.println(style("2", "   " + who + "> ") + sql.strip().replace("\n", "\n" + " ".repeat(who.length() + 5)));
    }

    void refused(String message) {
        out.println(style("33", "   refused: ") + firstLine(message));
    }

    void took(Duration time) {
        out.println(style("2", "   (%d ms)".formatted(time.toMillis())));
    }

    /**
     * Prints the rows of an inline result.
     *
     * @param only names of the columns to print; all of them if empty
     */
    void table(StatementResponse response, List<String> only) {
        Collection<ColumnInfo> columns = response.getManifest().getSchema().getColumns();
        if (columns == null || columns.isEmpty() || response.getResult() == null) {
            return;
        }
        List<String> names = columns.stream().map(ColumnInfo::getName).toList();
        int[] shown = IntStream.range(0, names.size())
                .filter(i -> only.isEmpty() || only.contains(names.get(i)))
                .toArray();
        List<List<String>> lines = new ArrayList<>();
        lines.add(cells(names, shown));
        if (response.getResult().getDataArray() != null) {
            response.getResult().getDataArray().forEach(row -> lines.add(cells(List.copyOf(nullsAsText(row)), shown)));
        }
        print(lines);
    }

    private static List<String> nullsAsText(Collection<String> row) {
        return row.stream().map(value -> value == null ? "NULL" : value).toList();
    }

    private static List<String> cells(List<String> row, int[] shown) {
        return IntStream.of(shown).mapToObj(row::get).map(Screen::cell).toList();
    }

    private void print(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        for (int n = 0; n < lines.size(); n++) {
            StringBuilder text = new StringBuilder("   ");
            for (int i = 0; i < widths.length; i++) {
                text.append(" ").append(lines.get(n).get(i));
                text.append(" ".repeat(widths[i] - lines.get(n).get(i).length() + 1));
            }
            out.println(n == 0 ? style("1", text.toString()) : text.toString().stripTrailing());
        }
    }

    private static String cell(String value) {
        String text = value.replace('\n', ' ');
        return text.length() > WIDEST_CELL ? text.substring(0, WIDEST_CELL - 1) + "…" : text;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private String style(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
