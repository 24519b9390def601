package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.CreateDefaultWarehouseOverrideRequest;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.CreateWarehouseResponse;
import com.databricks.sdk.service.sql.DefaultWarehouseOverride;
import com.databricks.sdk.service.sql.DeleteDefaultWarehouseOverrideRequest;
import com.databricks.sdk.service.sql.DeleteWarehouseRequest;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.GetDefaultWarehouseOverrideRequest;
import com.databricks.sdk.service.sql.GetWarehousePermissionLevelsRequest;
import com.databricks.sdk.service.sql.GetWarehousePermissionLevelsResponse;
import com.databricks.sdk.service.sql.GetWarehousePermissionsRequest;
import com.databricks.sdk.service.sql.GetWarehouseRequest;
import com.databricks.sdk.service.sql.GetWarehouseResponse;
import com.databricks.sdk.service.sql.GetWorkspaceWarehouseConfigResponse;
import com.databricks.sdk.service.sql.ListDefaultWarehouseOverridesRequest;
import com.databricks.sdk.service.sql.ListDefaultWarehouseOverridesResponse;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.ListWarehousesResponse;
import com.databricks.sdk.service.sql.SetWorkspaceWarehouseConfigRequest;
import com.databricks.sdk.service.sql.StartRequest;
import com.databricks.sdk.service.sql.StopRequest;
import com.databricks.sdk.service.sql.UpdateDefaultWarehouseOverrideRequest;
import com.databricks.sdk.service.sql.WarehousePermissions;
import com.databricks.sdk.service.sql.WarehousePermissionsRequest;
import com.databricks.sdk.service.sql.WarehousesService;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.sql.DefaultWarehouse;
import dev.tarn.sql.DefaultWarehouses;
import dev.tarn.sql.Warehouse;
import dev.tarn.sql.WarehouseChange;
import dev.tarn.sql.Warehouses;
import java.util.Optional;

/** The SQL Warehouses API. */
public final class WarehousesApi implements WarehousesService {
    private final Caller caller;
    private final Warehouses warehouses;
    private final DefaultWarehouses defaults;
    private final ObjectPermissions permissions;
    private final WarehouseAnswers answers;

    public WarehousesApi(
            Caller caller, Warehouses warehouses, DefaultWarehouses defaults, ObjectPermissions permissions) {
        this.caller = caller;
        this.warehouses = warehouses;
        this.defaults = defaults;
        this.permissions = permissions;
        this.answers = new WarehouseAnswers(caller.request().origin());
    }

    @Override
    public CreateWarehouseResponse create(CreateWarehouseRequest request) {
        if (request.getName() == null) {
            throw AppException.invalid("'name' is missing: name the new SQL warehouse.");
        }
        Warehouse created = warehouses.create(caller, request.getName(), WarehouseRequests.settings(request));
        return new CreateWarehouseResponse().setId(created.id());
    }

    @Override
    public GetWarehouseResponse get(GetWarehouseRequest request) {
        return answers.get(warehouses.get(caller, request.getId()));
    }

    @Override
    public ListWarehousesResponse list(ListWarehousesRequest request) {
        // clients that know no pages expect all of them: without a size, a page is as long as pages may be
        Long size = request.getPageSize() == null ? Long.valueOf(PageRequest.MAXIMUM) : request.getPageSize();
        var page = warehouses.list(caller, PageRequest.of(size, request.getPageToken()));
        return new ListWarehousesResponse()
                .setWarehouses(page.items().stream().map(answers::info).toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    @Override
    public void edit(EditWarehouseRequest request) {
        warehouses.edit(
                caller,
                request.getId(),
                new WarehouseChange(
                        Optional.ofNullable(request.getName()), old -> WarehouseRequests.edited(old, request)));
    }

    @Override
    public void start(StartRequest request) {
        warehouses.start(caller, request.getId());
    }

    @Override
    public void stop(StopRequest request) {
        warehouses.stop(caller, request.getId());
    }

    @Override
    public void delete(DeleteWarehouseRequest request) {
        warehouses.delete(caller, request.getId());
    }

    @Override
    public GetWorkspaceWarehouseConfigResponse getWorkspaceWarehouseConfig() {
        return WorkspaceConfigJson.read(warehouses.workspaceConfig(caller));
    }

    @Override
    public void setWorkspaceWarehouseConfig(SetWorkspaceWarehouseConfigRequest request) {
        warehouses.setWorkspaceConfig(caller, WorkspaceConfigJson.write(request));
    }

    @Override
    public GetWarehousePermissionLevelsResponse getPermissionLevels(GetWarehousePermissionLevelsRequest request) {
        warehouses.get(caller, request.getWarehouseId());
        return AccessListBodies.levels(Warehouse.TYPE.levels(), GetWarehousePermissionLevelsResponse.class);
    }

    @Override
    public WarehousePermissions getPermissions(GetWarehousePermissionsRequest request) {
        return AccessListBodies.list(
                permissions.get(caller, Warehouse.TYPE.path(), request.getWarehouseId()), WarehousePermissions.class);
    }

    @Override
    public WarehousePermissions setPermissions(WarehousePermissionsRequest request) {
        return AccessListBodies.list(
                permissions.set(
                        caller, Warehouse.TYPE.path(), request.getWarehouseId(), AccessListBodies.changes(request)),
                WarehousePermissions.class);
    }

    @Override
    public WarehousePermissions updatePermissions(WarehousePermissionsRequest request) {
        return AccessListBodies.list(
                permissions.update(
                        caller, Warehouse.TYPE.path(), request.getWarehouseId(), AccessListBodies.changes(request)),
                WarehousePermissions.class);
    }

    @Override
    public DefaultWarehouseOverride createDefaultWarehouseOverride(CreateDefaultWarehouseOverrideRequest request) {
        String user = DefaultWarehouseBodies.id(caller, request.getDefaultWarehouseOverrideId());
        return DefaultWarehouseBodies.answer(
                defaults.create(caller, DefaultWarehouseBodies.chosen(user, request.getDefaultWarehouseOverride())));
    }

    @Override
    public void deleteDefaultWarehouseOverride(DeleteDefaultWarehouseOverrideRequest request) {
        defaults.delete(caller, DefaultWarehouseBodies.user(caller, request.getName()));
    }

    @Override
    public DefaultWarehouseOverride getDefaultWarehouseOverride(GetDefaultWarehouseOverrideRequest request) {
        return DefaultWarehouseBodies.answer(
                defaults.get(caller, DefaultWarehouseBodies.user(caller, request.getName())));
    }

    @Override
    public ListDefaultWarehouseOverridesResponse listDefaultWarehouseOverrides(
            ListDefaultWarehouseOverridesRequest request) {
        var page = defaults.list(caller, PageRequest.of(request.getPageSize(), request.getPageToken()));
        return new ListDefaultWarehouseOverridesResponse()
                .setDefaultWarehouseOverrides(page.items().stream()
                        .map(DefaultWarehouseBodies::answer)
                        .toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    @Override
    public DefaultWarehouseOverride updateDefaultWarehouseOverride(UpdateDefaultWarehouseOverrideRequest request) {
        String user = DefaultWarehouseBodies.user(caller, request.getName());
        boolean orCreate = Boolean.TRUE.equals(request.getAllowMissing());
        Optional<DefaultWarehouse> before = orCreate ? Optional.empty() : Optional.of(defaults.get(caller, user));
        return DefaultWarehouseBodies.answer(
                defaults.update(caller, DefaultWarehouseBodies.changed(user, before, request), orCreate));
    }
}
