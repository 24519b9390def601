package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.DeleteVolumeRequest;
import com.databricks.sdk.service.catalog.ListVolumesRequest;
import com.databricks.sdk.service.catalog.ListVolumesResponseContent;
import com.databricks.sdk.service.catalog.ReadVolumeRequest;
import com.databricks.sdk.service.catalog.UpdateVolumeRequestContent;
import com.databricks.sdk.service.catalog.VolumeInfo;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.catalog.VolumesService;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Volume;
import dev.tarn.catalog.Volumes;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.Optional;

/** Unity Catalog's REST API for volumes. */
public final class VolumesApi implements VolumesService {
    private final Caller caller;
    private final Volumes volumes;

    public VolumesApi(Caller caller, Volumes volumes) {
        this.caller = caller;
        this.volumes = volumes;
    }

    @Override
    public VolumeInfo create(CreateVolumeRequestContent request) {
        Optional<String> location = Answers.given(request.getStorageLocation());
        if ((request.getVolumeType() == VolumeType.EXTERNAL) != location.isPresent()) {
            throw AppException.invalid("An EXTERNAL volume needs 'storage_location', and only an external one has it.");
        }
        return info(volumes.create(
                caller,
                ObjectName.of(request.getCatalogName(), request.getSchemaName(), request.getName()),
                location,
                Answers.given(request.getComment())));
    }

    @Override
    public VolumeInfo read(ReadVolumeRequest request) {
        return info(volumes.get(caller, ObjectName.parse("volume", request.getName())));
    }

    @Override
    public ListVolumesResponseContent list(ListVolumesRequest request) {
        Page<Owned<Volume>> page = volumes.list(
                caller,
                new SchemaName(request.getCatalogName(), request.getSchemaName()),
                PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListVolumesResponseContent()
                .setVolumes(page.items().stream().map(this::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public VolumeInfo update(UpdateVolumeRequestContent request) {
        return info(volumes.update(
                caller,
                ObjectName.parse("volume", request.getName()),
                Answers.given(request.getNewName()),
                Optional.ofNullable(request.getComment()),
                Answers.given(request.getOwner())));
    }

    @Override
    public void delete(DeleteVolumeRequest request) {
        volumes.delete(caller, ObjectName.parse("volume", request.getName()));
    }

    private VolumeInfo info(Owned<Volume> owned) {
        Volume volume = owned.value();
        return new VolumeInfo()
                .setName(volume.name().name())
                .setCatalogName(volume.name().schema().catalog())
                .setSchemaName(volume.name().schema().schema())
                .setFullName(volume.name().toString())
                .setVolumeId(volume.id())
                .setMetastoreId(caller.metastore())
                .setVolumeType(volume.managed() ? VolumeType.MANAGED : VolumeType.EXTERNAL)
                .setStorageLocation(volume.location())
                .setComment(volume.comment().orElse(null))
                .setOwner(owned.owner())
                .setBrowseOnly(false)
                .setCreatedAt(volume.stamp().createdAt().toEpochMilli())
                .setCreatedBy(volume.stamp().createdBy())
                .setUpdatedAt(volume.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(volume.stamp().updatedBy());
    }
}
