package dev.tarn.catalog.internal;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.ForeignSecurables;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.SchemaName;
import dev.tarn.core.AppException;
import dev.tarn.db.Tx;
import java.util.Locale;
import java.util.Optional;

/** Finds any securable by type and full name. */
public final class SecurableFinder {
    private final CatalogStore catalogs;
    private final SchemaStore schemas;
    private final TableStore tables;
    private final VolumeStore volumes;
    private final FunctionStore functions;
    private final ForeignSecurables others;

    public SecurableFinder(
            CatalogStore catalogs,
            SchemaStore schemas,
            TableStore tables,
            VolumeStore volumes,
            FunctionStore functions,
            ForeignSecurables others) {
        this.catalogs = catalogs;
        this.schemas = schemas;
        this.tables = tables;
        this.volumes = volumes;
        this.functions = functions;
        this.others = others;
    }

    public Optional<Securable> find(Tx tx, String metastore, SecurableType type, String name) {
        return switch (type) {
            case METASTORE -> catalogs.findMetastore(tx, metastore).map(Securable.class::cast);
            case CATALOG ->
                catalogs.find(tx, metastore, name.toLowerCase(Locale.ROOT)).map(Securable.class::cast);
            case SCHEMA -> schemas.find(tx, metastore, SchemaName.parse(name)).map(Securable.class::cast);
            case TABLE ->
                tables.find(tx, metastore, ObjectName.parse("table", name)).map(Securable.class::cast);
            case VOLUME ->
                volumes.find(tx, metastore, ObjectName.parse("volume", name)).map(Securable.class::cast);
            case FUNCTION ->
                functions
                        .find(tx, metastore, ObjectName.parse("function", name))
                        .map(Securable.class::cast);
            default -> others.find(tx, metastore, type, name);
        };
    }

    public static AppException notFound(SecurableType type, String name) {
        return switch (type) {
            case METASTORE -> CatalogErrors.metastoreNotFound();
            case CATALOG -> CatalogErrors.catalogNotFound(name);
            case SCHEMA -> CatalogErrors.schemaNotFound(SchemaName.parse(name));
            case TABLE -> CatalogErrors.tableNotFound(name);
            case VOLUME -> CatalogErrors.volumeNotFound(name);
            case FUNCTION -> CatalogErrors.functionNotFound(name);
            default -> CatalogErrors.notASecurable(type.words(), name);
        };
    }
}
