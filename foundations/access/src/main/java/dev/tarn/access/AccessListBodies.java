package dev.tarn.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Line;
import dev.tarn.access.ObjectType.Level;
import dev.tarn.contract.WireJson;
import dev.tarn.core.AppException;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Access control lists in the words of the public API. Its SDK has a family of classes for each type of object, alike but for their
 * names; what they say is read and written as JSON, so that windows need no translation of their own.
 */
public final class AccessListBodies {
    private static final int MOST = 1_000;
    private static final Map<PrincipalKind, String> NAMES = Map.of(
            PrincipalKind.USER, "user_name",
            PrincipalKind.GROUP, "group_name",
            PrincipalKind.SERVICE_PRINCIPAL, "service_principal_name");

    private AccessListBodies() {}

    /** @param type of the answer, such as {@code GetWarehousePermissionLevelsResponse} */
    public static <T> T levels(List<Level> levels, Class<T> type) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("permission_levels");
        levels.forEach(level ->
                list.addObject().put("permission_level", level.level().name()).put("description", level.description()));
        return WireJson.model(answer, type);
    }

    /** @param type of the answer, such as {@code WarehousePermissions} */
    public static <T> T list(AccessList found, Class<T> type) {
        return list(found, found.type().name(), UnaryOperator.identity(), type);
    }

    /**
     * @param objectType as the answer calls it
     * @param shown the level that stands for another one in the answer
     */
    public static <T> T list(AccessList found, String objectType, UnaryOperator<PermissionLevel> shown, Class<T> type) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("object_id", found.objectId()).put("object_type", objectType);
        ArrayNode list = answer.putArray("access_control_list");
        found.lines().forEach(line -> line(list.addObject(), line, shown));
        return WireJson.model(answer, type);
    }

    /**
     * What a request changes.
     *
     * @param request whose {@code access_control_list} holds at most 1 000 entries
     * @throws AppException INVALID_PARAMETER_VALUE for more entries, and for an entry without a level, or that names nobody or more than one
     */
    public static List<Change> changes(Object request) {
        JsonNode entries = WireJson.tree(request).path("access_control_list");
        if (entries.size() > MOST) {
            throw AppException.invalid("'access_control_list' holds at most " + MOST + " entries.");
        }
        List<Change> changes = new ArrayList<>();
        entries.forEach(entry -> changes.add(change(entry)));
        return changes;
    }

    private static Change change(JsonNode entry) {
        PermissionLevel level = level(entry.path("permission_level").asText(""));
        List<Change> named = new ArrayList<>();
        NAMES.forEach((kind, field) -> {
            String name = entry.path(field).asText("");
            if (!name.isEmpty()) {
                named.add(new Change(kind, name, level));
            }
        });
        if (named.size() != 1) {
            throw AppException.invalid(
                    "An entry of 'access_control_list' names one of 'user_name', 'group_name' and 'service_principal_name'.");
        }
        return named.get(0);
    }

    private static PermissionLevel level(String name) {
        return Arrays.stream(PermissionLevel.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "An entry of 'access_control_list' has no 'permission_level' that exists."));
    }

    private static void line(ObjectNode node, Line line, UnaryOperator<PermissionLevel> shown) {
        Principal principal = line.principal();
        node.put(NAMES.get(principal.kind()), principal.name());
        if (principal.kind() != PrincipalKind.GROUP) {
            node.put("display_name", line.displayName());
        }
        ArrayNode levels = node.putArray("all_permissions");
        line.levels().forEach(held -> {
            ObjectNode level = levels.addObject()
                    .put("permission_level", shown.apply(held.level()).name())
                    .put("inherited", held.inheritedFrom().isPresent());
            held.inheritedFrom()
                    .ifPresent(from -> level.putArray("inherited_from_object").add(from));
        });
    }
}
