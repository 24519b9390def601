package dev.tarn.engine.spark.catalog;

import dev.tarn.engine.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.jdk.javaapi.CollectionConverters;

/** Rows that the server makes when they are read: information_schema and the system catalog. */
final class SystemTable implements Table, SupportsRead {
    private final Relation.System relation;
    private final StructType schema;

    SystemTable(Relation.System relation) {
        this.relation = relation;
        this.schema = Columns.schema(relation.columns());
    }

    @Override
    public String name() {
        return relation.name().toString();
    }

    @Override
    public Column[] columns() {
        return CatalogV2Util.structTypeToV2Columns(schema, true);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return () -> new LocalScan() {
            @Override
            public StructType readSchema() {
                return schema;
            }

            @Override
            public InternalRow[] rows() {
                List<InternalRow> rows = new ArrayList<>();
                for (List<Object> values : relation.rows().read()) {
                    Row row = RowFactory.create(
                            values.stream().map(SystemTable::external).toArray());
                    rows.add((InternalRow) CatalystTypeConverters.createToCatalystConverter(schema)
                            .apply(row));
                }
                return rows.toArray(InternalRow[]::new);
            }
        };
    }

    private static @org.jspecify.annotations.Nullable Object external(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof java.util.Map<?, ?> map) {
            return CollectionConverters.asScala(map);
        }
        if (value instanceof List<?> list) {
            return CollectionConverters.asScala(
                            list.stream().map(SystemTable::external).toList())
                    .toSeq();
        }
        return value;
    }
}
