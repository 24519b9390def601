package dev.tarn.storage.rest;

import com.databricks.sdk.service.catalog.CreateExternalLocation;
import com.databricks.sdk.service.catalog.DeleteExternalLocationRequest;
import com.databricks.sdk.service.catalog.ExternalLocationInfo;
import com.databricks.sdk.service.catalog.ExternalLocationsService;
import com.databricks.sdk.service.catalog.GetExternalLocationRequest;
import com.databricks.sdk.service.catalog.ListExternalLocationsRequest;
import com.databricks.sdk.service.catalog.ListExternalLocationsResponse;
import com.databricks.sdk.service.catalog.UpdateExternalLocation;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.storage.ExternalLocation;
import dev.tarn.storage.ExternalLocations;
import dev.tarn.storage.Owned;
import java.util.Optional;

/** Unity Catalog's REST API for external locations. */
public final class ExternalLocationsApi implements ExternalLocationsService {
    private final Caller caller;
    private final ExternalLocations locations;

    public ExternalLocationsApi(Caller caller, ExternalLocations locations) {
        this.caller = caller;
        this.locations = locations;
    }

    @Override
    public ExternalLocationInfo create(CreateExternalLocation request) {
        return info(locations.create(
                caller,
                new ExternalLocations.Draft(
                        Optional.ofNullable(request.getName()).orElse(""),
                        Optional.ofNullable(request.getUrl()).orElse(""),
                        Optional.ofNullable(request.getCredentialName()).orElse(""),
                        Answers.given(request.getComment()),
                        Boolean.TRUE.equals(request.getReadOnly()),
                        !Boolean.TRUE.equals(request.getSkipValidation()))));
    }

    @Override
    public ExternalLocationInfo get(GetExternalLocationRequest request) {
        return info(locations.get(caller, request.getName()));
    }

    @Override
    public ListExternalLocationsResponse list(ListExternalLocationsRequest request) {
        Page<Owned<ExternalLocation>> page =
                locations.list(caller, PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListExternalLocationsResponse()
                .setExternalLocations(
                        page.items().stream().map(ExternalLocationsApi::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public ExternalLocationInfo update(UpdateExternalLocation request) {
        return info(locations.update(
                caller,
                request.getName(),
                new ExternalLocations.Change(
                        Answers.given(request.getNewName()),
                        Answers.given(request.getUrl()),
                        Answers.given(request.getCredentialName()),
                        Optional.ofNullable(request.getComment()),
                        Optional.ofNullable(request.getReadOnly()),
                        Answers.given(request.getOwner()),
                        Answers.isolated(request.getIsolationMode()),
                        !Boolean.TRUE.equals(request.getSkipValidation()))));
    }

    @Override
    public void delete(DeleteExternalLocationRequest request) {
        locations.delete(caller, request.getName());
    }

    private static ExternalLocationInfo info(Owned<ExternalLocation> owned) {
        ExternalLocation location = owned.value();
        return new ExternalLocationInfo()
                .setName(location.name())
                .setUrl(location.path().uri())
                .setCredentialId(location.credential().id())
                .setCredentialName(location.credential().name())
                .setComment(location.comment().orElse(null))
                .setReadOnly(location.readOnly())
                .setIsolationMode(Answers.mode(owned.isolated()))
                .setBrowseOnly(false)
                .setMetastoreId(location.metastore())
                .setOwner(owned.owner())
                .setCreatedAt(location.stamp().createdAt().toEpochMilli())
                .setCreatedBy(location.stamp().createdBy())
                .setUpdatedAt(location.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(location.stamp().updatedBy());
    }
}
