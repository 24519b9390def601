package dev.tarn.catalog;

import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.SearchStore;
import dev.tarn.catalog.internal.SearchStore.Candidate;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for words in the whole catalog, as far as the caller may see it. */
public final class Searches {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 5;
    private static final int MOST_HITS = 50;

    /** In what the words were found. */
    public enum Match {
        NAME,
        COLUMN,
        COMMENT
    }

    /**
     * Something that was found.
     *
     * @param view whether a table is a view
     * @param column the column that has the words, where one has
     */
    public record Hit(
            SecurableType type,
            boolean view,
            String name,
            String fullName,
            Optional<String> comment,
            Match match,
            Optional<String> column) {}

    private final Database db;
    private final Guard guard;
    private final SearchStore store = new SearchStore();

    Searches(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
    }

    /**
     * Catalogs, schemas, tables, views, volumes and functions whose names, comments or columns contain every word, best first, at
     * most 50. What the caller may not see is not found.
     *
     * @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE for texts of fewer than 2 or more than 200 characters
     */
    public List<Hit> find(Caller caller, String text) {
        String wanted = text.strip();
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw CatalogErrors.searchText();
        }
        List<String> words = List.of(wanted.split("\\s+"));
        List<String> first = words.subList(0, Math.min(words.size(), MOST_WORDS));
        return db.read(tx -> {
            List<Hit> hits = new ArrayList<>();
            for (Candidate candidate : store.find(tx, caller.metastore(), first, guard.sieve(caller))) {
                Optional<Hit> hit = hit(candidate, first);
                if (hit.isPresent() && guard.allows(tx, caller, CatalogAction.SEE_OBJECT, candidate)) {
                    hits.add(hit.get());
                }
                if (hits.size() == MOST_HITS) {
                    break;
                }
            }
            return hits;
        });
    }

    /** Empty if the words were only in what columns are stored as, such as their types. */
    private static Optional<Hit> hit(Candidate candidate, List<String> words) {
        List<String> missing = words.stream()
                .filter(word -> !contains(candidate.fullName(), word))
                .toList();
        if (missing.isEmpty()) {
            return Optional.of(hit(candidate, Match.NAME, Optional.empty()));
        }
        if (missing.stream().allMatch(word -> contains(candidate.comment().orElse(""), word))) {
            return Optional.of(hit(candidate, Match.COMMENT, Optional.empty()));
        }
        return candidate.columns().stream()
                .filter(column -> missing.stream()
                        .allMatch(word ->
                                contains(column.name() + " " + column.comment().orElse(""), word)))
                .findFirst()
                .map(column -> hit(candidate, Match.COLUMN, Optional.of(column.name())));
    }

    private static Hit hit(Candidate candidate, Match match, Optional<String> column) {
        return new Hit(
                candidate.kind(),
                candidate.view(),
                candidate.name(),
                candidate.fullName(),
                candidate.comment(),
                match,
                column);
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
