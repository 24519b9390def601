package dev.tarn.engine.spark.catalog;

import dev.tarn.engine.catalog.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A table of the catalog in Spark's older form, which Delta and the file sources read. */
final class CatalogTables {
    private CatalogTables() {}

    static CatalogTable of(Relation.Table table) {
        CatalogStorageFormat storage = new CatalogStorageFormat(
                Option.apply(table.location()),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                false,
                scalaMap(table.format().equals("delta") ? Map.of() : options(table)),
                Option.empty());
        return new CatalogTable(
                new TableIdentifier(
                        table.name().name(),
                        Option.apply(table.name().schema()),
                        Option.apply(table.name().catalog())),
                table.managed() ? CatalogTableType.MANAGED() : CatalogTableType.EXTERNAL(),
                storage,
                Columns.schema(table.columns()),
                Option.apply(table.format()),
                seq(Columns.partitionColumns(table.columns())),
                Option.empty(),
                table.owner(),
                0L,
                -1L,
                "",
                scalaMap(plain(table.properties())),
                Option.empty(),
                Option.empty(),
                option(table.comment()),
                Option.empty(),
                seq(List.of()),
                false,
                true,
                scalaMap(Map.of()),
                Option.empty(),
                Option.empty());
    }

    /** Reader options of a file table are kept among its properties, as {@code option.header}. */
    private static Map<String, String> options(Relation.Table table) {
        Map<String, String> options = new HashMap<>();
        table.properties().forEach((key, value) -> {
            if (key.startsWith("option.")) {
                options.put(key.substring("option.".length()), value);
            }
        });
        return options;
    }

    /** Which columns a table is clustered by is in its log; the catalog's copy is for those who only ask the catalog. */
    private static Map<String, String> plain(Map<String, String> properties) {
        Map<String, String> plain = new HashMap<>(properties);
        plain.remove(CatalogTable.PROP_CLUSTERING_COLUMNS());
        return plain;
    }

    private static <T> Option<T> option(Optional<T> value) {
        return value.map(Option::apply).orElseGet(Option::empty);
    }

    private static Seq<String> seq(List<String> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
    }
}
