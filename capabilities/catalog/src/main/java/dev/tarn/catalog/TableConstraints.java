package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Guard;
import dev.tarn.catalog.internal.ConstraintStore;
import dev.tarn.catalog.internal.TableStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.engine.catalog.Column;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Informational primary and foreign keys of tables. */
public final class TableConstraints {
    /**
     * A key to be made.
     *
     * @param parent the table that a foreign key points to; empty for a primary key
     * @param parentColumns of the parent's primary key; empty for all of it
     */
    public record Draft(
            String name, List<String> columns, Optional<ObjectName> parent, List<String> parentColumns, boolean rely) {
        public Draft {
            columns = List.copyOf(columns);
            parentColumns = List.copyOf(parentColumns);
        }
    }

    private final Database db;
    private final Guard guard;
    private final TableStore tables;
    private final ConstraintStore store = new ConstraintStore();

    TableConstraints(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.tables = parts.tables();
    }

    /** Adds a key. Needs to manage the table and, for a foreign key, to be able to read its parent. */
    public TableConstraint create(Caller caller, ObjectName name, Draft draft) {
        String called = Names.check("constraint", draft.name());
        return db.write(tx -> {
            Table table = require(tx, caller, CatalogAction.UPDATE_TABLE, name).value();
            requireColumns(table, draft.columns());
            List<TableConstraint> existing = store.of(tx, caller.metastore(), List.of(table.id()));
            if (existing.stream().anyMatch(other -> other.name().equals(called))) {
                throw CatalogErrors.constraintExists(called, name);
            }
            if (draft.parent().isEmpty() && existing.stream().anyMatch(TableConstraint::isPrimaryKey)) {
                throw CatalogErrors.secondPrimaryKey(name);
            }
            TableConstraint constraint = new TableConstraint(
                    Ids.uuid(),
                    table.id(),
                    called,
                    draft.columns(),
                    draft.parent().map(parent -> parent(tx, caller, parent, draft)),
                    draft.rely());
            store.insert(tx, caller.metastore(), constraint);
            return constraint;
        });
    }

    private TableConstraint.Parent parent(Tx tx, Caller caller, ObjectName name, Draft draft) {
        Table parent = require(tx, caller, CatalogAction.SELECT_TABLE, name).value();
        List<String> key = store.of(tx, caller.metastore(), List.of(parent.id())).stream()
                .filter(TableConstraint::isPrimaryKey)
                .findFirst()
                .orElseThrow(() -> CatalogErrors.noPrimaryKey(name))
                .columns();
        List<String> columns = draft.parentColumns().isEmpty() ? key : draft.parentColumns();
        requireColumns(parent, columns);
        if (!lower(columns).equals(lower(key))
                || columns.size() != draft.columns().size()) {
            throw CatalogErrors.noPrimaryKey(name);
        }
        return new TableConstraint.Parent(parent.id(), Optional.of(parent.name()), columns);
    }

    /** Takes a key away; {@code cascade} takes the foreign keys that point to it along. */
    public void delete(Caller caller, ObjectName name, String constraint, boolean cascade) {
        db.change(tx -> {
            Table table = require(tx, caller, CatalogAction.UPDATE_TABLE, name).value();
            TableConstraint found = store.of(tx, caller.metastore(), List.of(table.id())).stream()
                    .filter(candidate -> candidate.name().equalsIgnoreCase(constraint))
                    .findFirst()
                    .orElseThrow(() -> CatalogErrors.constraintNotFound(constraint, name));
            if (found.isPrimaryKey()) {
                if (!cascade && store.isReferenced(tx, table.id())) {
                    throw CatalogErrors.keyInUse(constraint, name);
                }
                store.deleteReferences(tx, table.id());
            }
            store.delete(tx, found);
        });
    }

    /** Keys of tables that a list or look-up gave this caller. */
    public List<TableConstraint> of(Caller caller, Collection<Owned<Table>> seen) {
        List<String> ids = seen.stream().map(owned -> owned.value().id()).toList();
        return ids.isEmpty() ? List.of() : db.read(tx -> store.of(tx, caller.metastore(), ids));
    }

    private static void requireColumns(Table table, List<String> columns) {
        Set<String> known = table.columns().stream()
                .map(Column::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (columns.isEmpty()
                || !known.containsAll(lower(columns))
                || Set.copyOf(lower(columns)).size() < columns.size()) {
            throw AppException.invalid("A key names one or more columns of '%s', each once.".formatted(table.name()));
        }
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private Authorized<Table> require(Tx tx, Caller caller, CatalogAction action, ObjectName name) {
        return guard.require(
                tx, caller, action, tables.find(tx, caller.metastore(), name), () -> CatalogErrors.tableNotFound(name));
    }
}
