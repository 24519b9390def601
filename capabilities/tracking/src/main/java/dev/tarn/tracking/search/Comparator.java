package dev.tarn.tracking.search;

import java.util.EnumSet;
import java.util.Set;

/** How a filter compares, as MLflow writes it. */
public enum Comparator {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    LIKE("LIKE"),
    ILIKE("ILIKE"),
    RLIKE("RLIKE"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL");

    static final Set<Comparator> NUMERIC = EnumSet.of(EQUAL, NOT_EQUAL, GREATER, AT_LEAST, LESS, AT_MOST);
    static final Set<Comparator> TEXT = EnumSet.of(EQUAL, NOT_EQUAL, LIKE, ILIKE);
    static final Set<Comparator> NULLABLE_TEXT = EnumSet.of(EQUAL, NOT_EQUAL, LIKE, ILIKE, IS_NULL, IS_NOT_NULL);
    static final Set<Comparator> LISTED_TEXT = EnumSet.of(EQUAL, NOT_EQUAL, LIKE, ILIKE, IN, NOT_IN);

    private final String text;

    Comparator(String text) {
        this.text = text;
    }

    /** As in a filter and, for the numeric ones, in SQL. */
    public String text() {
        return text;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    boolean takesNothing() {
        return this == IS_NULL || this == IS_NOT_NULL;
    }
}
