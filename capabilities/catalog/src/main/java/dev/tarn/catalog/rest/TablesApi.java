package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CreateTableRequest;
import com.databricks.sdk.service.catalog.DataSourceFormat;
import com.databricks.sdk.service.catalog.DeleteTableRequest;
import com.databricks.sdk.service.catalog.ExistsRequest;
import com.databricks.sdk.service.catalog.GetTableRequest;
import com.databricks.sdk.service.catalog.ListSummariesRequest;
import com.databricks.sdk.service.catalog.ListTableSummariesResponse;
import com.databricks.sdk.service.catalog.ListTablesRequest;
import com.databricks.sdk.service.catalog.ListTablesResponse;
import com.databricks.sdk.service.catalog.TableExistsResponse;
import com.databricks.sdk.service.catalog.TableInfo;
import com.databricks.sdk.service.catalog.TableSummary;
import com.databricks.sdk.service.catalog.TableType;
import com.databricks.sdk.service.catalog.TablesService;
import com.databricks.sdk.service.catalog.UpdateTableRequest;
import dev.tarn.catalog.CatalogAction;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Schemas;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.TableConstraints;
import dev.tarn.catalog.Tables;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unity Catalog's REST API for tables and views. */
public final class TablesApi implements TablesService {
    private final Caller caller;
    private final Tables tables;
    private final Schemas schemas;
    private final TableConstraints constraints;

    public TablesApi(Caller caller, Tables tables, Schemas schemas, TableConstraints constraints) {
        this.caller = caller;
        this.tables = tables;
        this.schemas = schemas;
        this.constraints = constraints;
    }

    @Override
    public TableInfo create(CreateTableRequest request) {
        if (request.getTableType() != TableType.EXTERNAL
                || Answers.given(request.getStorageLocation()).isEmpty()) {
            throw AppException.invalid(
                    "Only external tables are made here: send table_type EXTERNAL and storage_location, or use SQL.");
        }
        String format = request.getDataSourceFormat() == null
                ? "delta"
                : request.getDataSourceFormat().name().toLowerCase(Locale.ROOT);
        Tables.Draft draft = new Tables.Draft(
                ObjectName.of(request.getCatalogName(), request.getSchemaName(), request.getName()),
                format,
                Optional.of(request.getStorageLocation()),
                ColumnInfos.read(request.getColumns()),
                Optional.ofNullable(request.getProperties()).orElse(Map.of()),
                Optional.empty());
        return info(tables.create(caller, tables.place(caller, draft), draft), false, false);
    }

    @Override
    public void delete(DeleteTableRequest request) {
        tables.drop(caller, ObjectName.parse("table", request.getFullName()));
    }

    @Override
    public TableExistsResponse exists(ExistsRequest request) {
        boolean exists = tables.find(caller, ObjectName.parse("table", request.getFullName()), CatalogAction.GET_TABLE)
                .isPresent();
        return new TableExistsResponse().setTableExists(exists);
    }

    @Override
    public TableInfo get(GetTableRequest request) {
        Owned<Table> table = tables.get(caller, ObjectName.parse("table", request.getFullName()));
        var keys = constraints.of(caller, List.of(table)).stream()
                .map(TableConstraintsApi::info)
                .toList();
        return info(table, false, false).setTableConstraints(keys.isEmpty() ? null : keys);
    }

    @Override
    public ListTablesResponse list(ListTablesRequest request) {
        SchemaName schema = new SchemaName(request.getCatalogName(), request.getSchemaName());
        if (schemas.get(caller, schema).value().isOfSystem()) {
            return new ListTablesResponse().setTables(List.of());
        }
        Page<Owned<Table>> page =
                tables.list(caller, schema, PageRequest.of(request.getMaxResults(), request.getPageToken()));
        boolean omitColumns = Boolean.TRUE.equals(request.getOmitColumns());
        boolean omitProperties = Boolean.TRUE.equals(request.getOmitProperties());
        return new ListTablesResponse()
                .setTables(page.items().stream()
                        .map(table -> info(table, omitColumns, omitProperties))
                        .toList())
                .setNextPageToken(Answers.next(page));
    }

    /** Walks the catalog's schemas in order; the page token says the schema and the table that were sent last. */
    @Override
    public ListTableSummariesResponse listSummaries(ListSummariesRequest request) {
        PageRequest request0 = PageRequest.of(request.getMaxResults(), request.getPageToken());
        String[] after = (request0.after() + "\n").split("\n", -1);
        Optional<Pattern> schemaPattern = like(request.getSchemaNamePattern());
        Optional<Pattern> tablePattern = like(request.getTableNamePattern());
        List<TableSummary> found = new ArrayList<>();
        for (Owned<Schema> owned : Page.all(page -> schemas.list(caller, request.getCatalogName(), page))) {
            Schema schema = owned.value();
            String name = schema.name().schema();
            if (name.compareTo(after[0]) < 0
                    || schemaPattern.filter(p -> !p.matcher(name).matches()).isPresent()) {
                continue;
            }
            String from = name.equals(after[0]) ? after[1] : "";
            Optional<PageToken> token = from.isEmpty() ? Optional.empty() : Optional.of(new PageToken(from));
            do {
                Page<Owned<Table>> page =
                        tables.list(caller, schema.name(), new PageRequest(PageRequest.MAXIMUM, token));
                for (Owned<Table> table : page.items()) {
                    ObjectName object = table.value().name();
                    if (tablePattern
                            .filter(p -> !p.matcher(object.name()).matches())
                            .isPresent()) {
                        continue;
                    }
                    if (found.size() == request0.size()) {
                        TableSummary last = found.get(found.size() - 1);
                        ObjectName lastName = ObjectName.parse("table", last.getFullName());
                        return new ListTableSummariesResponse()
                                .setTables(found)
                                .setNextPageToken(
                                        new PageToken(lastName.schema().schema() + "\n" + lastName.name()).encode());
                    }
                    found.add(new TableSummary().setFullName(object.toString()).setTableType(type(table.value())));
                }
                token = page.next();
            } while (token.isPresent());
        }
        return new ListTableSummariesResponse().setTables(found);
    }

    @Override
    public void update(UpdateTableRequest request) {
        tables.update(
                caller,
                ObjectName.parse("table", request.getFullName()),
                Optional.empty(),
                Answers.given(request.getOwner()));
    }

    /** A SQL LIKE pattern, as the API takes it: {@code %} and {@code _}. */
    private static Optional<Pattern> like(@Nullable String pattern) {
        return Answers.given(pattern).map(text -> {
            StringBuilder regex = new StringBuilder();
            for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        });
    }

    private static TableType type(Table table) {
        return TableType.valueOf(table.type().name());
    }

    private TableInfo info(Owned<Table> owned, boolean omitColumns, boolean omitProperties) {
        Table table = owned.value();
        boolean view = table.type() == Table.Type.VIEW;
        return new TableInfo()
                .setName(table.name().name())
                .setCatalogName(table.name().schema().catalog())
                .setSchemaName(table.name().schema().schema())
                .setFullName(table.name().toString())
                .setTableId(table.id())
                .setMetastoreId(caller.metastore())
                .setTableType(type(table))
                .setDataSourceFormat(
                        view ? null : DataSourceFormat.valueOf(table.format().toUpperCase(Locale.ROOT)))
                .setColumns(omitColumns ? null : ColumnInfos.of(table.columns()))
                .setStorageLocation(table.location().orElse(null))
                .setViewDefinition(table.view().map(Table.ViewText::sql).orElse(null))
                .setComment(table.comment().orElse(null))
                .setProperties(omitProperties || table.properties().isEmpty() ? null : table.properties())
                .setOwner(owned.owner())
                .setBrowseOnly(false)
                .setCreatedAt(table.stamp().createdAt().toEpochMilli())
                .setCreatedBy(table.stamp().createdBy())
                .setUpdatedAt(table.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(table.stamp().updatedBy());
    }
}
