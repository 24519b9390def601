package dev.tarn.tracking.search;

import java.util.List;

/**
 * One comparison of a filter.
 *
 * @param key name of the metric, param, tag or attribute
 * @param text what is compared with, for texts; the literal as it was written, for numbers
 * @param number what is compared with, for numbers
 * @param list what is compared with, for IN and NOT IN
 */
public record Condition(
        Entity entity, String key, Comparator comparator, String text, double number, List<String> list) {
    public Condition {
        list = List.copyOf(list);
    }
}
