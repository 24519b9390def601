package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CatalogType;
import com.databricks.sdk.service.catalog.CreateSchema;
import com.databricks.sdk.service.catalog.DeleteSchemaRequest;
import com.databricks.sdk.service.catalog.GetSchemaRequest;
import com.databricks.sdk.service.catalog.ListSchemasRequest;
import com.databricks.sdk.service.catalog.ListSchemasResponse;
import com.databricks.sdk.service.catalog.SchemaInfo;
import com.databricks.sdk.service.catalog.SchemasService;
import com.databricks.sdk.service.catalog.UpdateSchema;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Schemas;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.Map;
import java.util.Optional;

/** Unity Catalog's REST API for schemas. */
public final class SchemasApi implements SchemasService {
    private final Caller caller;
    private final Schemas schemas;

    public SchemasApi(Caller caller, Schemas schemas) {
        this.caller = caller;
        this.schemas = schemas;
    }

    @Override
    public SchemaInfo create(CreateSchema request) {
        return info(schemas.create(
                caller,
                new SchemaName(request.getCatalogName(), request.getName()),
                new Schemas.Draft(
                        Answers.given(request.getComment()),
                        Optional.ofNullable(request.getProperties()).orElse(Map.of()),
                        Answers.given(request.getStorageRoot()))));
    }

    @Override
    public SchemaInfo get(GetSchemaRequest request) {
        return info(schemas.get(caller, SchemaName.parse(request.getFullName())));
    }

    @Override
    public ListSchemasResponse list(ListSchemasRequest request) {
        Page<Owned<Schema>> page = schemas.listWithSystem(
                caller, request.getCatalogName(), PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListSchemasResponse()
                .setSchemas(page.items().stream().map(this::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public SchemaInfo update(UpdateSchema request) {
        return info(schemas.update(
                caller,
                SchemaName.parse(request.getFullName()),
                new Schemas.Change(
                        Answers.given(request.getNewName()),
                        Optional.ofNullable(request.getComment()),
                        Optional.ofNullable(request.getProperties()),
                        Answers.given(request.getOwner()))));
    }

    @Override
    public void delete(DeleteSchemaRequest request) {
        schemas.delete(caller, SchemaName.parse(request.getFullName()), Boolean.TRUE.equals(request.getForce()));
    }

    private SchemaInfo info(Owned<Schema> owned) {
        Schema schema = owned.value();
        return new SchemaInfo()
                .setName(schema.name().schema())
                .setCatalogName(schema.name().catalog())
                .setFullName(schema.name().toString())
                .setSchemaId(schema.id())
                .setMetastoreId(caller.metastore())
                .setCatalogType(CatalogType.MANAGED_CATALOG)
                .setComment(schema.comment().orElse(null))
                .setProperties(schema.properties().isEmpty() ? null : schema.properties())
                .setStorageRoot(schema.storageRoot().orElse(null))
                .setOwner(owned.owner())
                .setBrowseOnly(false)
                .setCreatedAt(schema.stamp().createdAt().toEpochMilli())
                .setCreatedBy(schema.stamp().createdBy())
                .setUpdatedAt(schema.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(schema.stamp().updatedBy());
    }
}
