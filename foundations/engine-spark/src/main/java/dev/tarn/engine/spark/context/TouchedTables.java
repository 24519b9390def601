package dev.tarn.engine.spark.context;

import dev.tarn.engine.catalog.Relation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** The tables that the running statement has looked up, to be compared with the catalog once it is done. */
public final class TouchedTables {
    private final Map<String, Relation.Table> tables = new LinkedHashMap<>();
    private final Set<Path> made = new HashSet<>();

    public synchronized void add(Relation.Table table) {
        tables.put(table.id(), table);
    }

    /** A table that the statement has made. */
    public synchronized void addMade(Relation.Table table) {
        add(table);
        made.add(new Path(table.location()));
    }

    /** Whether the statement has made a table at the path. */
    public synchronized boolean isMade(String path) {
        return made.contains(new Path(path));
    }

    /** Forgets and returns them. */
    public synchronized List<Relation.Table> drain() {
        List<Relation.Table> all = List.copyOf(tables.values());
        tables.clear();
        made.clear();
        return all;
    }
}
