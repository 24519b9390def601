package dev.tarn.engine.spark.session;

import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.spark.catalog.Columns;
import dev.tarn.engine.spark.context.SessionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.skipping.clustering.ClusteredTableUtils;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells the catalog what a statement did to the columns of Delta tables: the log is the truth about a table's schema, and ALTER, REPLACE
 * and schema evolution change it there. Runs after each command, over the tables that it looked up.
 */
final class CatalogSync {
    private CatalogSync() {}

    static void run(SparkSession spark, SessionContext context) {
        for (Relation.Table table : context.touched().drain()) {
            if (table.format().equals("delta")) {
                sync(spark, context, table);
            }
        }
    }

    private static void sync(SparkSession spark, SessionContext context, Relation.Table table) {
        DeltaLog log = DeltaLog.forTable(spark, new Path(table.location()));
        Snapshot snapshot = log.update(false, Option.empty(), Option.empty());
        if (snapshot.version() < 0) {
            return;
        }
        Metadata metadata = snapshot.metadata();
        List<Column> columns = Columns.of(metadata.schema(), CollectionConverters.asJava(metadata.partitionColumns()));
        Map<String, String> properties = new HashMap<>(CollectionConverters.asJava(snapshot.getProperties()));
        Option<Tuple2<String, String>> clustering = ClusteredTableUtils.getClusteringColumnsAsProperty(snapshot);
        if (clustering.isDefined()) {
            properties.put(clustering.get()._1(), clustering.get()._2());
        }
        Optional<String> comment = Optional.ofNullable(metadata.description());
        if (!columns.equals(table.columns())
                || !properties.equals(table.properties())
                || !comment.equals(table.comment())) {
            context.lakehouse().updateTable(context.caller(), table.id(), columns, properties, comment);
        }
    }
}
