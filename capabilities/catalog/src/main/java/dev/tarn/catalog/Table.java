package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.engine.catalog.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table or view.
 *
 * @param format {@code delta}, {@code parquet} ...; {@code view} for a view
 * @param location URI of the files; empty for a view
 */
public record Table(
        String id,
        String schemaId,
        ObjectName name,
        Type type,
        String format,
        Optional<String> location,
        List<Column> columns,
        Map<String, String> properties,
        Optional<String> comment,
        Optional<ViewText> view,
        Stamp stamp)
        implements Securable {
    /** What a table is, by the vendor's {@code TableType}. */
    public enum Type {
        MANAGED,
        EXTERNAL,
        VIEW
    }

    /** A view's query, with the catalog and schema in which its names are to be read. */
    public record ViewText(String sql, String catalog, String schema) {}

    public Table {
        columns = List.copyOf(columns);
        properties = Map.copyOf(properties);
    }

    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.TABLE;
    }

    Table with(
            List<Column> newColumns, Map<String, String> newProperties, Optional<String> newComment, Stamp newStamp) {
        return new Table(
                id, schemaId, name, type, format, location, newColumns, newProperties, newComment, view, newStamp);
    }
}
