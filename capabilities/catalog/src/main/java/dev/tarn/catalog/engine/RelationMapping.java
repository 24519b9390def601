package dev.tarn.catalog.engine;

import dev.tarn.catalog.CatalogAction;
import dev.tarn.catalog.ManagedStorage;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.Tables;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.NewTable;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.net.URI;
import java.util.Optional;

/** Tables, names and accesses between this room's words and an engine's. */
final class RelationMapping {
    private final ManagedStorage storage;

    RelationMapping(ManagedStorage storage) {
        this.storage = storage;
    }

    static CatalogAction action(RelationAccess access) {
        return switch (access) {
            case DESCRIBE -> CatalogAction.GET_TABLE;
            case READ -> CatalogAction.SELECT_TABLE;
            case WRITE -> CatalogAction.MODIFY_TABLE;
            case ALTER -> CatalogAction.ALTER_TABLE;
            case MANAGE -> CatalogAction.DELETE_TABLE;
        };
    }

    Tables.Draft draft(Caller caller, NewTable table) {
        return new Tables.Draft(
                required(table.name()),
                table.format(),
                table.location().map(place -> storage.fromEngine(caller, place.toString())),
                table.columns(),
                table.properties(),
                table.comment());
    }

    Relation relation(Caller caller, Owned<Table> owned) {
        Table table = owned.value();
        RelationName name = name(table);
        return table.view()
                .<Relation>map(text -> new Relation.View(
                        table.id(),
                        name,
                        text.sql(),
                        text.catalog(),
                        text.schema(),
                        table.columns(),
                        table.properties(),
                        table.comment(),
                        owned.owner()))
                .orElseGet(() -> new Relation.Table(
                        table.id(),
                        name,
                        table.type() == Table.Type.MANAGED,
                        table.format(),
                        URI.create(storage.forEngine(caller, table.location().orElse(""))),
                        table.columns(),
                        table.properties(),
                        table.comment(),
                        owned.owner()));
    }

    static RelationName name(Table table) {
        return new RelationName(
                table.name().schema().catalog(),
                table.name().schema().schema(),
                table.name().name());
    }

    static ObjectName required(RelationName name) {
        return ObjectName.of(name.catalog(), name.schema(), name.name());
    }

    /** Empty for names that nothing here can have, such as a path in backticks. */
    static Optional<ObjectName> objectName(RelationName name) {
        try {
            return Optional.of(required(name));
        } catch (AppException e) {
            return Optional.empty();
        }
    }
}
