package dev.tarn.queries;

import java.util.List;
import java.util.Optional;

/**
 * What a query says; checked here.
 *
 * @param name as people see it, unique in its folder
 * @param text the SQL, which may be empty or wrong: it is checked when it runs
 * @param settings everything else
 */
public record QueryContent(String name, String text, Settings settings) {
    public static final int LONGEST_NAME = 255;
    public static final int LONGEST_TEXT = 1024 * 1024;
    private static final int LONGEST_SETTING = 64 * 1024;
    private static final int MOST_TAGS = 100;

    /** With whose rights the query's owner wants it to run. Kept and given back: here it always runs with those of whoever runs it. */
    public enum RunAs {
        OWNER,
        VIEWER
    }

    /** The warehouse, and the catalog and schema in which names without them are looked up. */
    public record Place(Optional<String> warehouseId, Optional<String> catalog, Optional<String> schema) {
        public static final Place NONE = new Place(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param parameters a JSON array, as clients send it
     * @param autoLimit whether clients are to cut its results at 1000 rows
     */
    public record Settings(
            String description, Place place, String parameters, List<String> tags, RunAs runAs, boolean autoLimit) {
        public static final Settings NONE = new Settings("", Place.NONE, "[]", List.of(), RunAs.VIEWER, false);

        public Settings {
            tags = List.copyOf(tags);
            parameters = parameters.isEmpty() ? "[]" : parameters;
            if (description.length() > LONGEST_SETTING || parameters.length() > LONGEST_SETTING) {
                throw QueryErrors.tooLong("A description or list of parameters", LONGEST_SETTING);
            }
            if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_NAME)) {
                throw QueryErrors.badTags(MOST_TAGS, LONGEST_NAME);
            }
        }
    }

    public QueryContent {
        boolean printable = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("/") || !printable) {
            throw QueryErrors.badName(name);
        }
        if (text.length() > LONGEST_TEXT) {
            throw QueryErrors.tooLong("The text of a query", LONGEST_TEXT);
        }
    }

    public QueryContent withName(String newName) {
        return new QueryContent(newName, text, settings);
    }
}
