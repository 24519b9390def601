package dev.tarn.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A primary key or foreign key of a table, for information: nobody checks rows against it.
 *
 * @param parent the table that a foreign key points to; empty for a primary key
 * @param rely whether planners may trust it
 */
public record TableConstraint(
        String id, String tableId, String name, List<String> columns, Optional<Parent> parent, boolean rely) {
    /** Where a foreign key points to; {@code name} is the table's name now, empty if it is dropped. */
    public record Parent(String tableId, Optional<ObjectName> name, List<String> columns) {
        public Parent {
            columns = List.copyOf(columns);
        }
    }

    public TableConstraint {
        columns = List.copyOf(columns);
    }

    public boolean isPrimaryKey() {
        return parent.isEmpty();
    }
}
