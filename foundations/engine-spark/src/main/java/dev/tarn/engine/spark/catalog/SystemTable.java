package dev.tarn.engine.spark.catalog;

import dev.tarn.engine.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
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
                    rows.add((InternalRow) CatalystTypeConverters.createToCatalystConverter(schema)
                            .apply(external(values, schema)));
                }
                return rows.toArray(InternalRow[]::new);
            }
        };
    }

    /** A value in the form in which Spark takes values from outside: rows for structs, its own maps and sequences. */
    private static @Nullable Object external(@Nullable Object value, DataType type) {
        if (type instanceof StructType struct && value instanceof List<?> fields) {
            List<Object> converted = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                converted.add(external(fields.get(i), struct.fields()[i].dataType()));
            }
            return RowFactory.create(converted.toArray());
        }
        if (type instanceof ArrayType array && value instanceof List<?> list) {
            List<Object> converted = new ArrayList<>();
            list.forEach(item -> converted.add(external(item, array.elementType())));
            return CollectionConverters.asScala(converted).toSeq();
        }
        return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
    }
}
