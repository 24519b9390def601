package dev.tarn.settings.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.settings.AutomaticClusterUpdateService;
import com.databricks.sdk.service.settings.ComplianceSecurityProfileService;
import com.databricks.sdk.service.settings.DashboardEmailSubscriptionsService;
import com.databricks.sdk.service.settings.DefaultNamespaceService;
import com.databricks.sdk.service.settings.DisableLegacyAccessService;
import com.databricks.sdk.service.settings.DisableLegacyDbfsService;
import com.databricks.sdk.service.settings.EnhancedSecurityMonitoringService;
import com.databricks.sdk.service.settings.RestrictWorkspaceAdminsService;
import com.databricks.sdk.service.settings.SqlResultsDownloadService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Contract;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.settings.WorkspaceSettings;
import dev.tarn.settings.WorkspaceSettings.Setting;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * The small Settings services, which are all alike: get, update with a field mask and an etag, and, for some, delete. One handler
 * stands behind each of their interfaces; the classes of requests and answers say the rest.
 */
final class TypedSettings {
    private final ObjectMapper mapper = SerDeUtils.createMapper();
    private final WorkspaceSettings settings;

    TypedSettings(WorkspaceSettings settings) {
        this.settings = settings;
    }

    void serve(Contract contract) {
        serve(contract, DefaultNamespaceService.class, "default_namespace_ws", "");
        serve(
                contract,
                RestrictWorkspaceAdminsService.class,
                "restrict_workspace_admins",
                "{\"restrict_workspace_admins\":{\"status\":\"ALLOW_ALL\"}}");
        serve(contract, DisableLegacyAccessService.class, "disable_legacy_access", "");
        serve(contract, DisableLegacyDbfsService.class, "disable_legacy_dbfs", "");
        serve(
                contract,
                AutomaticClusterUpdateService.class,
                "automatic_cluster_update",
                "{\"automatic_cluster_update_workspace\":{\"enabled\":false}}");
        serve(
                contract,
                ComplianceSecurityProfileService.class,
                "shield_csp_enablement_ws_db",
                "{\"compliance_security_profile_workspace\":{\"is_enabled\":false}}");
        serve(
                contract,
                EnhancedSecurityMonitoringService.class,
                "shield_esm_enablement_ws_db",
                "{\"enhanced_security_monitoring_workspace\":{\"is_enabled\":false}}");
        serve(contract, SqlResultsDownloadService.class, "sql_results_download", "{\"boolean_val\":{\"value\":true}}");
        serve(
                contract,
                DashboardEmailSubscriptionsService.class,
                "dashboard_email_subscriptions",
                "{\"boolean_val\":{\"value\":true}}");
    }

    /** @param standard what it is while nobody has set it; empty if it then does not exist */
    private <S> void serve(Contract contract, Class<S> service, String name, String standard) {
        contract.serve(service, caller -> window(service, caller, name, standard), service);
    }

    private <S> S window(Class<S> service, Caller caller, String name, String standard) {
        InvocationHandler handler = (proxy, method, arguments) -> answer(method, arguments[0], caller, name, standard);
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, handler));
    }

    private Object answer(Method method, Object request, Caller caller, String name, String standard) {
        Class<?> type = method.getReturnType();
        JsonNode sent = mapper.valueToTree(request);
        return switch (method.getName()) {
            case "get" -> setting(type, name, settings.get(caller, name, filled(standard)));
            case "update" -> update(type, sent, caller, name);
            case "delete" -> {
                String etag = settings.remove(caller, name, etag(request));
                yield read(type, Json.write(java.util.Map.of("etag", etag)));
            }
            default -> throw new IllegalStateException(method + " is no operation of a setting");
        };
    }

    private Object update(Class<?> type, JsonNode sent, Caller caller, String name) {
        if (!(sent.path("setting") instanceof ObjectNode wanted)) {
            throw AppException.invalid("'setting' is missing.");
        }
        if (!sent.path("allow_missing").asBoolean(false)) {
            throw AppException.invalid("'allow_missing' must be true.");
        }
        if (sent.path("field_mask").asText("").isEmpty()) {
            throw AppException.invalid("'field_mask' is missing: name the fields that change.");
        }
        Optional<String> etag = Optional.ofNullable(wanted.path("etag").asText(null));
        ObjectNode value = wanted.deepCopy();
        value.remove("etag");
        value.remove("setting_name");
        if (value.isEmpty()) {
            throw AppException.invalid("'setting' holds no value.");
        }
        return setting(type, name, settings.set(caller, name, value.toString(), etag));
    }

    private Object setting(Class<?> type, String name, Setting setting) {
        ObjectNode json = (ObjectNode) Json.readTree(setting.json());
        json.put("etag", setting.etag());
        json.put("setting_name", name.equals("default_namespace_ws") ? "default" : name);
        return read(type, json.toString());
    }

    private Object read(Class<?> type, String json) {
        try {
            return mapper.readValue(json, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Queries are fields that the SDK's mapper leaves out. */
    private static Optional<String> etag(Object request) {
        try {
            return Optional.ofNullable(
                    (String) request.getClass().getMethod("getEtag").invoke(request));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> filled(String standard) {
        return standard.isEmpty() ? Optional.empty() : Optional.of(standard);
    }
}
