package dev.tarn.workspace.internal;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line. Long stretches that have nothing in common are shown as replaced as a whole. */
public final class LineDiff {
    /** Comparisons beyond which the middle counts as replaced. */
    private static final long MOST_COMPARISONS = 4_000_000;

    private LineDiff() {}

    /** Every line of both, begun by {@code ' '} if it stays, {@code '-'} if it goes, {@code '+'} if it comes. */
    public static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> lines = new ArrayList<>();
        mark(lines, ' ', old.subList(0, start));
        middle(lines, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        mark(lines, ' ', old.subList(old.size() - end, old.size()));
        return lines;
    }

    private static void middle(List<String> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_COMPARISONS) {
            mark(lines, '-', old);
            mark(lines, '+', now);
            return;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(" " + old.get(i++));
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + old.get(i++));
            } else {
                lines.add("+" + now.get(j++));
            }
        }
    }

    private static void mark(List<String> lines, char mark, List<String> texts) {
        texts.forEach(text -> lines.add(mark + text));
    }
}
