package dev.tarn.workspace.rest;

import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.ObjectInfo;
import com.databricks.sdk.service.workspace.ObjectType;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tarn.workspace.ObjectKind;
import dev.tarn.workspace.WorkspaceObject;
import org.jspecify.annotations.Nullable;

/** An object as the API shows it, with the one field that clients ask for and the SDK's class lacks. */
final class ObjectAnswer extends ObjectInfo {
    /** In which format a notebook is exported so that it comes back as it is; read by the vendor's command line. */
    @JsonProperty("repos_export_format")
    final @Nullable String reposExportFormat;

    private ObjectAnswer(@Nullable String reposExportFormat) {
        this.reposExportFormat = reposExportFormat;
    }

    static ObjectInfo of(WorkspaceObject object) {
        ObjectInfo info = new ObjectAnswer(object.format().map(Enum::name).orElse(null))
                .setPath(object.path().value())
                .setObjectType(ObjectType.valueOf(object.kind().name()))
                .setObjectId(object.id())
                .setResourceId(object.objectId());
        object.language().ifPresent(language -> info.setLanguage(Language.valueOf(language.name())));
        if (!object.isFolder()) {
            info.setCreatedAt(object.createdAt().toEpochMilli())
                    .setModifiedAt(object.modifiedAt().toEpochMilli());
        }
        if (object.kind() == ObjectKind.FILE) {
            info.setSize(object.size());
        }
        return info;
    }
}
