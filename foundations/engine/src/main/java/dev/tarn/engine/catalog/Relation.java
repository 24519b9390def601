package dev.tarn.engine.catalog;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that a query can read. */
public interface Relation {
    RelationName name();

    List<Column> columns();

    /**
     * A table whose data lies in files.
     *
     * @param id the catalog's id of the table
     * @param managed whether the catalog chose the place and deletes the data with the table
     * @param format {@code delta}, {@code parquet}, {@code csv} ...
     * @param owner name of the owner
     */
    record Table(
            String id,
            RelationName name,
            boolean managed,
            String format,
            URI location,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment,
            String owner)
            implements Relation {
        public Table {
            columns = List.copyOf(columns);
            properties = Map.copyOf(properties);
        }
    }

    /**
     * A query with a name. It runs with its owner's rights on what it reads; the caller needs rights on the view alone.
     *
     * @param id the catalog's id, to be given back in {@link LakehouseCatalog#relationThroughView}
     * @param catalog current catalog when the view was made, for unqualified names
     * @param schema likewise
     */
    record View(
            String id,
            RelationName name,
            String sql,
            String catalog,
            String schema,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment,
            String owner)
            implements Relation {
        public View {
            columns = List.copyOf(columns);
            properties = Map.copyOf(properties);
        }
    }

    /** Rows that the server makes itself, filtered for the caller: information_schema and the system catalog. */
    record System(RelationName name, List<Column> columns, Rows rows) implements Relation {
        public System {
            columns = List.copyOf(columns);
        }
    }

    /** Makes the rows when the relation is read. */
    @FunctionalInterface
    interface Rows {
        /** Values per column: null, String, Long, Integer, Double, Boolean, BigDecimal, Instant, LocalDate, Map and List of these. */
        Iterable<List<Object>> read();
    }
}
