package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CatalogIsolationMode;
import com.databricks.sdk.service.catalog.CatalogType;
import com.databricks.sdk.service.catalog.CatalogsService;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.DeleteCatalogRequest;
import com.databricks.sdk.service.catalog.GetCatalogRequest;
import com.databricks.sdk.service.catalog.ListCatalogsRequest;
import com.databricks.sdk.service.catalog.ListCatalogsResponse;
import com.databricks.sdk.service.catalog.SecurableType;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.Catalogs;
import dev.tarn.catalog.Owned;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.Map;
import java.util.Optional;

/** Unity Catalog's REST API for catalogs. */
public final class CatalogsApi implements CatalogsService {
    private final Caller caller;
    private final Catalogs catalogs;

    public CatalogsApi(Caller caller, Catalogs catalogs) {
        this.caller = caller;
        this.catalogs = catalogs;
    }

    @Override
    public CatalogInfo create(CreateCatalog request) {
        if (request.getShareName() != null || request.getConnectionName() != null) {
            throw AppException.invalid("Catalogs of shares and connections are not served yet.");
        }
        return info(catalogs.create(
                caller,
                new Catalogs.Draft(
                        Optional.ofNullable(request.getName()).orElse(""),
                        Answers.given(request.getComment()),
                        Optional.ofNullable(request.getProperties()).orElse(Map.of()),
                        Answers.given(request.getStorageRoot()))));
    }

    @Override
    public CatalogInfo get(GetCatalogRequest request) {
        return info(catalogs.get(caller, request.getName()));
    }

    @Override
    public ListCatalogsResponse list(ListCatalogsRequest request) {
        Page<Owned<Catalog>> page =
                catalogs.list(caller, PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListCatalogsResponse()
                .setCatalogs(page.items().stream().map(CatalogsApi::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public CatalogInfo update(UpdateCatalog request) {
        return info(catalogs.update(
                caller,
                request.getName(),
                new Catalogs.Change(
                        Answers.given(request.getNewName()),
                        Optional.ofNullable(request.getComment()),
                        Optional.ofNullable(request.getProperties()),
                        Optional.ofNullable(request.getIsolationMode()).map(CatalogIsolationMode.ISOLATED::equals),
                        Answers.given(request.getOwner()))));
    }

    @Override
    public void delete(DeleteCatalogRequest request) {
        catalogs.delete(caller, request.getName(), Boolean.TRUE.equals(request.getForce()));
    }

    private static CatalogInfo info(Owned<Catalog> owned) {
        Catalog catalog = owned.value();
        return new CatalogInfo()
                .setName(catalog.name())
                .setFullName(catalog.name())
                .setMetastoreId(catalog.metastore())
                .setCatalogType(catalog.system() ? CatalogType.SYSTEM_CATALOG : CatalogType.MANAGED_CATALOG)
                .setSecurableType(SecurableType.CATALOG)
                .setIsolationMode(catalog.isolated() ? CatalogIsolationMode.ISOLATED : CatalogIsolationMode.OPEN)
                .setComment(catalog.comment().orElse(null))
                .setProperties(catalog.properties().isEmpty() ? null : catalog.properties())
                .setStorageRoot(catalog.storageRoot().orElse(null))
                .setOwner(owned.owner())
                .setBrowseOnly(false)
                .setCreatedAt(catalog.stamp().createdAt().toEpochMilli())
                .setCreatedBy(catalog.stamp().createdBy())
                .setUpdatedAt(catalog.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(catalog.stamp().updatedBy());
    }
}
