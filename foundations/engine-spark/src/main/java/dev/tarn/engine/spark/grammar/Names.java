package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.IdentifierContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.InContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.NameContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes names with the session's current catalog and schema. */
final class Names {
    private final CurrentNamespace current;

    Names(CurrentNamespace current) {
        this.current = current;
    }

    String catalogOrCurrent(@Nullable IdentifierContext catalog) {
        return catalog == null ? current.catalog() : Texts.identifier(catalog);
    }

    CurrentNamespace schema(NameContext name) {
        List<String> parts = parts(name);
        return switch (parts.size()) {
            case 1 -> new CurrentNamespace(current.catalog(), parts.get(0));
            case 2 -> new CurrentNamespace(parts.get(0), parts.get(1));
            default -> throw Refusals.tooManyParts(name.getText(), 2);
        };
    }

    CurrentNamespace schemaOrCurrent(@Nullable InContext in) {
        return in == null ? current : schema(in.name());
    }

    RelationName object(NameContext name) {
        List<String> parts = parts(name);
        return RelationName.of(parts, current.catalog(), current.schema())
                .orElseThrow(() -> Refusals.tooManyParts(name.getText(), 3));
    }

    private static List<String> parts(NameContext name) {
        return name.identifier().stream().map(Texts::identifier).toList();
    }
}
