package dev.tarn.engine.spark.context;

import dev.tarn.engine.catalog.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that the running statement has looked up, to be compared with the catalog once it is done. */
public final class TouchedTables {
    private final Map<String, Relation.Table> tables = new LinkedHashMap<>();

    public synchronized void add(Relation.Table table) {
        tables.put(table.id(), table);
    }

    /** Forgets and returns them. */
    public synchronized List<Relation.Table> drain() {
        List<Relation.Table> all = List.copyOf(tables.values());
        tables.clear();
        return all;
    }
}
