package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CreateMetastore;
import com.databricks.sdk.service.catalog.CreateMetastoreAssignment;
import com.databricks.sdk.service.catalog.DeleteMetastoreRequest;
import com.databricks.sdk.service.catalog.DeltaSharingScopeEnum;
import com.databricks.sdk.service.catalog.GetMetastoreRequest;
import com.databricks.sdk.service.catalog.GetMetastoreSummaryResponse;
import com.databricks.sdk.service.catalog.ListMetastoresRequest;
import com.databricks.sdk.service.catalog.ListMetastoresResponse;
import com.databricks.sdk.service.catalog.MetastoreAssignment;
import com.databricks.sdk.service.catalog.MetastoreInfo;
import com.databricks.sdk.service.catalog.MetastoresService;
import com.databricks.sdk.service.catalog.UnassignRequest;
import com.databricks.sdk.service.catalog.UpdateMetastore;
import com.databricks.sdk.service.catalog.UpdateMetastoreAssignment;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.Metastore;
import dev.tarn.catalog.Metastores;
import dev.tarn.catalog.Owned;
import dev.tarn.contract.NotServed;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Unity Catalog's REST API for the metastore: each workspace has the one that it was made with. */
public final class MetastoresApi implements MetastoresService {
    private static final String PRIVILEGE_MODEL = "1.0";

    private final Caller caller;
    private final Metastores metastores;

    public MetastoresApi(Caller caller, Metastores metastores) {
        this.caller = caller;
        this.metastores = metastores;
    }

    @Override
    public MetastoreAssignment current() {
        return new MetastoreAssignment()
                .setMetastoreId(metastores.current(caller).value().id())
                .setWorkspaceId(caller.workspace().value())
                .setDefaultCatalogName(metastores.defaultCatalog(caller));
    }

    @Override
    public MetastoreInfo get(GetMetastoreRequest request) {
        requireCurrent(request.getId());
        return info(metastores.current(caller));
    }

    @Override
    public ListMetastoresResponse list(ListMetastoresRequest request) {
        return new ListMetastoresResponse().setMetastores(List.of(info(metastores.current(caller))));
    }

    @Override
    public GetMetastoreSummaryResponse summary() {
        Owned<Metastore> owned = metastores.current(caller);
        Metastore metastore = owned.value();
        return new GetMetastoreSummaryResponse()
                .setMetastoreId(metastore.id())
                .setGlobalMetastoreId("tarn:local:" + metastore.id())
                .setName(metastore.name())
                .setOwner(owned.owner())
                .setCloud("tarn")
                .setRegion("local")
                .setPrivilegeModelVersion(PRIVILEGE_MODEL)
                .setExternalAccessEnabled(metastore.externalAccess())
                .setDeltaSharingScope(DeltaSharingScopeEnum.INTERNAL)
                .setCreatedAt(metastore.stamp().createdAt().toEpochMilli())
                .setCreatedBy(metastore.stamp().createdBy())
                .setUpdatedAt(metastore.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(metastore.stamp().updatedBy());
    }

    @Override
    public MetastoreInfo update(UpdateMetastore request) {
        requireCurrent(request.getId());
        return info(metastores.update(
                caller,
                Answers.given(request.getNewName()),
                Answers.given(request.getOwner()),
                Optional.ofNullable(request.getExternalAccessEnabled())));
    }

    @Override
    public void assign(CreateMetastoreAssignment request) {
        metastores.assign(
                caller,
                new WorkspaceId(request.getWorkspaceId()),
                Answers.given(request.getMetastoreId()),
                Answers.given(request.getDefaultCatalogName()));
    }

    @Override
    @NotServed
    public MetastoreInfo create(CreateMetastore request) {
        throw new UnsupportedOperationException();
    }

    @Override
    @NotServed
    public void delete(DeleteMetastoreRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    @NotServed
    public void unassign(UnassignRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void updateAssignment(UpdateMetastoreAssignment request) {
        metastores.assign(
                caller,
                new WorkspaceId(request.getWorkspaceId()),
                Answers.given(request.getMetastoreId()),
                Answers.given(request.getDefaultCatalogName()));
    }

    private void requireCurrent(String id) {
        if (!caller.metastore().equals(id)) {
            throw CatalogErrors.metastoreNotFound();
        }
    }

    private static MetastoreInfo info(Owned<Metastore> owned) {
        Metastore metastore = owned.value();
        return new MetastoreInfo()
                .setMetastoreId(metastore.id())
                .setGlobalMetastoreId("tarn:local:" + metastore.id())
                .setName(metastore.name())
                .setOwner(owned.owner())
                .setCloud("tarn")
                .setRegion("local")
                .setPrivilegeModelVersion(PRIVILEGE_MODEL)
                .setExternalAccessEnabled(metastore.externalAccess())
                .setDeltaSharingScope(DeltaSharingScopeEnum.INTERNAL)
                .setCreatedAt(metastore.stamp().createdAt().toEpochMilli())
                .setCreatedBy(metastore.stamp().createdBy())
                .setUpdatedAt(metastore.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(metastore.stamp().updatedBy());
    }
}
