package dev.tarn.identity.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Line;
import dev.tarn.access.ObjectType.Level;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Access control lists of tokens and passwords. The SDK has a family of classes for each, alike but for their names; what they say
 * is read and written as JSON. CAN_USE is their only level, so that is what administrators are shown with.
 */
final class PermissionBodies {
    private static final ObjectMapper MAPPER = SerDeUtils.createMapper();
    private static final String CAN_USE = PermissionLevel.CAN_USE.name();
    private static final Map<PrincipalKind, String> NAMES = Map.of(
            PrincipalKind.USER, "user_name",
            PrincipalKind.GROUP, "group_name",
            PrincipalKind.SERVICE_PRINCIPAL, "service_principal_name");

    private PermissionBodies() {}

    static <T> T levels(List<Level> levels, Class<T> type) {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode list = answer.putArray("permission_levels");
        levels.forEach(level ->
                list.addObject().put("permission_level", level.level().name()).put("description", level.description()));
        return as(answer, type);
    }

    static <T> T list(AccessList found, String objectType, Class<T> type) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("object_id", found.objectId()).put("object_type", objectType);
        ArrayNode list = answer.putArray("access_control_list");
        found.lines().forEach(line -> line(list.addObject(), line));
        return as(answer, type);
    }

    /** @throws AppException INVALID_PARAMETER_VALUE for an entry that names nobody, or more than one */
    static List<Change> changes(Object request) {
        JsonNode body = MAPPER.valueToTree(request);
        List<Change> changes = new ArrayList<>();
        for (JsonNode entry : body.path("access_control_list")) {
            if (!entry.hasNonNull("permission_level")) {
                throw AppException.invalid(
                        "An entry of 'access_control_list' has no 'permission_level': send CAN_USE.");
            }
            List<Change> named = new ArrayList<>();
            NAMES.forEach((kind, field) -> {
                if (!entry.path(field).asText("").isEmpty()) {
                    named.add(new Change(kind, entry.get(field).asText(), PermissionLevel.CAN_USE));
                }
            });
            if (named.size() != 1) {
                throw AppException.invalid(
                        "An entry of 'access_control_list' names one of 'user_name', 'group_name' and 'service_principal_name'.");
            }
            changes.addAll(named);
        }
        return changes;
    }

    private static void line(ObjectNode node, Line line) {
        Principal principal = line.principal();
        node.put(NAMES.get(principal.kind()), principal.name()).put("display_name", line.displayName());
        ArrayNode levels = node.putArray("all_permissions");
        line.levels().forEach(held -> {
            ObjectNode level = levels.addObject()
                    .put("permission_level", CAN_USE)
                    .put("inherited", held.inheritedFrom().isPresent());
            held.inheritedFrom()
                    .ifPresent(from -> level.putArray("inherited_from_object").add(from));
        });
    }

    private static <T> T as(ObjectNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
