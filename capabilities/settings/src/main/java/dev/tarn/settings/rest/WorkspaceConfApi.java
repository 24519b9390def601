package dev.tarn.settings.rest;

import com.databricks.sdk.service.settings.GetStatusRequest;
import com.databricks.sdk.service.settings.WorkspaceConfService;
import dev.tarn.core.Caller;
import dev.tarn.settings.WorkspaceSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Workspace Conf API. */
public final class WorkspaceConfApi implements WorkspaceConfService {
    private final Caller caller;
    private final WorkspaceSettings settings;

    WorkspaceConfApi(Caller caller, WorkspaceSettings settings) {
        this.caller = caller;
        this.settings = settings;
    }

    @Override
    public Map<String, String> getStatus(GetStatusRequest request) {
        List<String> keys = Arrays.stream(
                        Answers.text(request.getKeys(), "keys").split(",", -1))
                .map(String::strip)
                .toList();
        Map<String, String> values = new HashMap<>();
        settings.configuration(caller, keys).forEach((key, value) -> value.ifPresent(text -> values.put(key, text)));
        return values;
    }

    @Override
    public void setStatus(Map<String, String> request) {
        settings.configure(caller, request);
    }
}
