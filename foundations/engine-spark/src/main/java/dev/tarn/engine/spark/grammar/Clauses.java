package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.CommentContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.ManagedLocationContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.PropertiesContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.PropertyContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.TextContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clauses that follow a CREATE in any order, each at most once. */
final class Clauses {
    private @Nullable String comment;
    private @Nullable String managedLocation;
    private @Nullable String location;
    private @Nullable Map<String, String> properties;

    void add(
            @Nullable CommentContext comment,
            @Nullable ManagedLocationContext managedLocation,
            @Nullable PropertiesContext properties) {
        addComment(comment);
        if (managedLocation != null) {
            this.managedLocation = once("MANAGED LOCATION", this.managedLocation, Texts.text(managedLocation.text()));
        }
        if (properties != null) {
            this.properties = once("PROPERTIES", this.properties, read(properties));
        }
    }

    void add(@Nullable CommentContext comment, @Nullable TextContext location) {
        addComment(comment);
        if (location != null) {
            this.location = once("LOCATION", this.location, Texts.text(location));
        }
    }

    Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    Optional<String> managedLocation() {
        return Optional.ofNullable(managedLocation);
    }

    Optional<String> location() {
        return Optional.ofNullable(location);
    }

    Map<String, String> properties() {
        return properties == null ? Map.of() : properties;
    }

    private void addComment(@Nullable CommentContext comment) {
        if (comment != null) {
            this.comment = once("COMMENT", this.comment, Texts.text(comment.text()));
        }
    }

    private static Map<String, String> read(PropertiesContext properties) {
        Map<String, String> read = new LinkedHashMap<>();
        for (PropertyContext property : properties.property()) {
            String key = Texts.key(property.propertyKey());
            if (read.put(key, Texts.text(property.text())) != null) {
                throw Refusals.twice("The property '" + key + "'");
            }
        }
        return read;
    }

    private static <T> T once(String clause, @Nullable T before, T now) {
        if (before != null) {
            throw Refusals.twice(clause);
        }
        return now;
    }
}
