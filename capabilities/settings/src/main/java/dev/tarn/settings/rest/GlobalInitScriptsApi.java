package dev.tarn.settings.rest;

import com.databricks.sdk.service.compute.CreateResponse;
import com.databricks.sdk.service.compute.DeleteGlobalInitScriptRequest;
import com.databricks.sdk.service.compute.GetGlobalInitScriptRequest;
import com.databricks.sdk.service.compute.GlobalInitScriptCreateRequest;
import com.databricks.sdk.service.compute.GlobalInitScriptDetails;
import com.databricks.sdk.service.compute.GlobalInitScriptDetailsWithContent;
import com.databricks.sdk.service.compute.GlobalInitScriptUpdateRequest;
import com.databricks.sdk.service.compute.GlobalInitScriptsService;
import com.databricks.sdk.service.compute.ListGlobalInitScriptsResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.settings.Definition;
import dev.tarn.settings.Definition.Kind;
import dev.tarn.settings.Definitions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Global Init Scripts API: scripts are kept, in their order, for compute that runs them. */
public final class GlobalInitScriptsApi implements GlobalInitScriptsService {
    private static final int LARGEST = 64 * 1024;

    private final Caller caller;
    private final Definitions definitions;

    GlobalInitScriptsApi(Caller caller, Definitions definitions) {
        this.caller = caller;
        this.definitions = definitions;
    }

    @Override
    public CreateResponse create(GlobalInitScriptCreateRequest request) {
        int count = definitions.list(caller, Kind.INIT_SCRIPT).size();
        String body = body(
                checked(Answers.text(request.getScript(), "script")),
                Optional.ofNullable(request.getPosition()).orElse((long) count),
                Boolean.TRUE.equals(request.getEnabled()));
        return new CreateResponse()
                .setScriptId(definitions
                        .create(caller, Kind.INIT_SCRIPT, Answers.text(request.getName(), "name"), body)
                        .id());
    }

    @Override
    public void delete(DeleteGlobalInitScriptRequest request) {
        definitions.delete(caller, Kind.INIT_SCRIPT, Answers.text(request.getScriptId(), "script_id"));
    }

    @Override
    public GlobalInitScriptDetailsWithContent get(GetGlobalInitScriptRequest request) {
        Definition script = definitions.get(caller, Kind.INIT_SCRIPT, Answers.text(request.getScriptId(), "script_id"));
        JsonNode body = Json.readTree(script.body());
        return new GlobalInitScriptDetailsWithContent()
                .setScriptId(script.id())
                .setName(script.name())
                .setScript(body.path("script").asText())
                .setPosition(body.path("position").asLong())
                .setEnabled(body.path("enabled").asBoolean())
                .setCreatedAt(script.createdAt().toEpochMilli())
                .setCreatedBy(script.createdBy())
                .setUpdatedAt(script.updatedAt().toEpochMilli())
                .setUpdatedBy(script.updatedBy());
    }

    @Override
    public ListGlobalInitScriptsResponse list() {
        List<GlobalInitScriptDetails> scripts = definitions.list(caller, Kind.INIT_SCRIPT).stream()
                .map(GlobalInitScriptsApi::details)
                .sorted(Comparator.comparingLong(GlobalInitScriptDetails::getPosition))
                .toList();
        return new ListGlobalInitScriptsResponse().setScripts(scripts);
    }

    @Override
    public void update(GlobalInitScriptUpdateRequest request) {
        definitions.change(
                caller,
                Kind.INIT_SCRIPT,
                Answers.text(request.getScriptId(), "script_id"),
                Answers.text(request.getName(), "name"),
                old -> {
                    JsonNode before = Json.readTree(old);
                    return body(
                            checked(Answers.text(request.getScript(), "script")),
                            Optional.ofNullable(request.getPosition())
                                    .orElse(before.path("position").asLong()),
                            Optional.ofNullable(request.getEnabled())
                                    .orElse(before.path("enabled").asBoolean()));
                });
    }

    private static GlobalInitScriptDetails details(Definition script) {
        JsonNode body = Json.readTree(script.body());
        return new GlobalInitScriptDetails()
                .setScriptId(script.id())
                .setName(script.name())
                .setPosition(body.path("position").asLong())
                .setEnabled(body.path("enabled").asBoolean())
                .setCreatedAt(script.createdAt().toEpochMilli())
                .setCreatedBy(script.createdBy())
                .setUpdatedAt(script.updatedAt().toEpochMilli())
                .setUpdatedBy(script.updatedBy());
    }

    private static String body(String script, @Nullable Long position, boolean enabled) {
        return Json.write(Map.of("script", script, "position", position == null ? 0 : position, "enabled", enabled));
    }

    private static String checked(String script) {
        try {
            if (Base64.getDecoder().decode(script.replaceAll("\\s", "")).length <= LARGEST) {
                return script;
            }
        } catch (IllegalArgumentException e) {
            throw AppException.invalid("'script' is not Base64.");
        }
        throw AppException.invalid("'script' has more than 64 KB.");
    }
}
