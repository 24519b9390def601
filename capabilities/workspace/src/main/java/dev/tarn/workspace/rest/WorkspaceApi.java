package dev.tarn.workspace.rest;

import com.databricks.sdk.service.workspace.Delete;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ExportRequest;
import com.databricks.sdk.service.workspace.ExportResponse;
import com.databricks.sdk.service.workspace.GetStatusRequest;
import com.databricks.sdk.service.workspace.GetWorkspaceObjectPermissionLevelsRequest;
import com.databricks.sdk.service.workspace.GetWorkspaceObjectPermissionLevelsResponse;
import com.databricks.sdk.service.workspace.GetWorkspaceObjectPermissionsRequest;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.ListResponse;
import com.databricks.sdk.service.workspace.ListWorkspaceRequest;
import com.databricks.sdk.service.workspace.Mkdirs;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissions;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissionsRequest;
import com.databricks.sdk.service.workspace.WorkspaceService;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.workspace.Exported;
import dev.tarn.workspace.ImportRequest;
import dev.tarn.workspace.ObjectKind;
import dev.tarn.workspace.WorkspaceModule;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.notebook.Language;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Workspace API. */
public final class WorkspaceApi implements WorkspaceService {
    private final Caller caller;
    private final WorkspaceModule room;
    private final ObjectPermissions permissions;

    WorkspaceApi(Caller caller, WorkspaceModule room, ObjectPermissions permissions) {
        this.caller = caller;
        this.room = room;
        this.permissions = permissions;
    }

    @Override
    public ObjectInfo getStatus(GetStatusRequest request) {
        return ObjectAnswer.of(room.objects().get(caller, path(request.getPath())));
    }

    @Override
    public ListResponse list(ListWorkspaceRequest request) {
        Long since = request.getNotebooksModifiedAfter();
        return new ListResponse()
                .setObjects(room.objects().list(caller, path(request.getPath())).stream()
                        .filter(object -> since == null || isNewer(object, since))
                        .map(ObjectAnswer::of)
                        .toList());
    }

    @Override
    public void mkdirs(Mkdirs request) {
        room.objects().mkdirs(caller, path(request.getPath()));
    }

    @Override
    public void delete(Delete request) {
        room.trash().delete(caller, path(request.getPath()), Boolean.TRUE.equals(request.getRecursive()));
    }

    @Override
    public void importContent(Import request) {
        String content = request.getContent();
        room.contents()
                .importContent(
                        caller,
                        new ImportRequest(
                                path(request.getPath()),
                                format(request.getFormat()),
                                Optional.ofNullable(request.getLanguage())
                                        .map(language -> Language.valueOf(language.name())),
                                content == null ? new byte[0] : decoded(content),
                                Boolean.TRUE.equals(request.getOverwrite())));
    }

    @Override
    public ExportResponse export(ExportRequest request) {
        Exported exported = room.contents().export(caller, path(request.getPath()), exportFormat(request.getFormat()));
        return new ExportResponse()
                .setContent(Base64.getEncoder().encodeToString(exported.content()))
                .setFileType(exported.fileType());
    }

    @Override
    public WorkspaceObjectPermissions getPermissions(GetWorkspaceObjectPermissionsRequest request) {
        return AccessListBodies.list(
                permissions.get(caller, request.getWorkspaceObjectType(), request.getWorkspaceObjectId()),
                WorkspaceObjectPermissions.class);
    }

    @Override
    public GetWorkspaceObjectPermissionLevelsResponse getPermissionLevels(
            GetWorkspaceObjectPermissionLevelsRequest request) {
        return AccessListBodies.levels(
                permissions.levels(caller, request.getWorkspaceObjectType(), request.getWorkspaceObjectId()),
                GetWorkspaceObjectPermissionLevelsResponse.class);
    }

    @Override
    public WorkspaceObjectPermissions setPermissions(WorkspaceObjectPermissionsRequest request) {
        return AccessListBodies.list(
                permissions.set(
                        caller,
                        request.getWorkspaceObjectType(),
                        request.getWorkspaceObjectId(),
                        AccessListBodies.changes(request)),
                WorkspaceObjectPermissions.class);
    }

    @Override
    public WorkspaceObjectPermissions updatePermissions(WorkspaceObjectPermissionsRequest request) {
        return AccessListBodies.list(
                permissions.update(
                        caller,
                        request.getWorkspaceObjectType(),
                        request.getWorkspaceObjectId(),
                        AccessListBodies.changes(request)),
                WorkspaceObjectPermissions.class);
    }

    static WorkspacePath path(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            throw AppException.invalid("'path' is missing.");
        }
        return WorkspacePath.parse(path);
    }

    static Exported.Format exportFormat(@Nullable ExportFormat format) {
        if (format == ExportFormat.R_MARKDOWN) {
            throw noRMarkdown();
        }
        return format == null ? Exported.Format.SOURCE : Exported.Format.valueOf(format.name());
    }

    static ImportRequest.Format format(@Nullable ImportFormat format) {
        if (format == ImportFormat.R_MARKDOWN) {
            throw noRMarkdown();
        }
        return format == null ? ImportRequest.Format.SOURCE : ImportRequest.Format.valueOf(format.name());
    }

    private static AppException noRMarkdown() {
        return AppException.invalid("Format R_MARKDOWN is not supported. Use SOURCE or JUPYTER.");
    }

    private static boolean isNewer(WorkspaceObject object, long since) {
        return object.kind() == ObjectKind.NOTEBOOK && object.modifiedAt().toEpochMilli() > since;
    }

    private static byte[] decoded(String content) {
        try {
            return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw AppException.invalid("'content' is not Base64.");
        }
    }
}
