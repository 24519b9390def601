package dev.tarn.sql.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.sql.GetWorkspaceWarehouseConfigResponse;
import com.databricks.sdk.service.sql.GetWorkspaceWarehouseConfigResponseSecurityPolicy;
import com.databricks.sdk.service.sql.SetWorkspaceWarehouseConfigRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The workspace's warehouse settings between the SDK's classes and the JSON that is kept; both name the fields alike. */
final class WorkspaceConfigJson {
    private static final ObjectMapper MAPPER = SerDeUtils.createMapper();

    private WorkspaceConfigJson() {}

    static String write(SetWorkspaceWarehouseConfigRequest request) {
        try {
            return MAPPER.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static GetWorkspaceWarehouseConfigResponse read(Optional<String> json) {
        if (json.isEmpty()) {
            return new GetWorkspaceWarehouseConfigResponse()
                    .setSecurityPolicy(GetWorkspaceWarehouseConfigResponseSecurityPolicy.NONE)
                    .setEnableServerlessCompute(false);
        }
        try {
            return MAPPER.readValue(json.get(), GetWorkspaceWarehouseConfigResponse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
