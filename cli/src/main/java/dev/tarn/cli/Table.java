package dev.tarn.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of texts in columns that are as wide as what stands in them. */
final class Table {
    private static final int GAP = 2;

    /** No column becomes narrower than this for the sake of a terminal. */
    private static final int NARROWEST = 12;

    private final List<String> heads;
    private final List<List<String>> lines = new ArrayList<>();

    Table(List<String> heads) {
        this.heads = heads;
        if (heads.stream().anyMatch(head -> !head.isEmpty())) {
            lines.add(heads.stream().map(Table::clean).toList());
        }
    }

    void add(List<String> row) {
        lines.add(row.stream().map(Table::clean).toList());
    }

    /**
     * Prints the rows.
     *
     * @param width of the terminal, for which long texts, but never names and ids, are cut; zero for none
     */
    void print(PrintStream out, int width) {
        int[] widths = new int[heads.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        });
        if (width > 0) {
            fit(widths, width);
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = cut(line.get(i), widths[i]);
                text.append(cell).append(" ".repeat(widths[i] - length(cell) + GAP));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** Takes from the widest column that may be cut until all fit, or nothing more can be taken. */
    private void fit(int[] widths, int width) {
        while (java.util.Arrays.stream(widths).sum() + GAP * (widths.length - 1) > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > NARROWEST && !isName(heads.get(i)) && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private static boolean isName(String head) {
        return head.matches("(?i).*(id|name|key|path|url|scope)");
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** One line of it, without signs that a terminal would obey: what others wrote is shown, not carried out. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
