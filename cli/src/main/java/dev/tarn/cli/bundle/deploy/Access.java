package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings grants and permissions of one resource to what the bundle lists, and leaves those of others alone. */
final class Access {
    private static final Map<String, Map<String, String>> LEVELS = Map.of(
            "sql_warehouses", Map.of("CAN_RUN", "CAN_USE"),
            "secret_scopes", Map.of("CAN_VIEW", "READ", "CAN_RUN", "READ", "CAN_MANAGE", "MANAGE"));

    private final Api api;
    private final String me;

    Access(Api api, String me) {
        this.api = api;
        this.me = me;
    }

    /** Differences between the grants that are there and those wanted, in words; principals that the bundle never named do not count. */
    List<String> grantChanges(Resource resource, String id, JsonNode made) {
        List<String> said = new ArrayList<>();
        if (resource.kind().securable().isEmpty()
                || (resource.grants().isEmpty() && made.path("grants").isEmpty())) {
            return said;
        }
        grantPatch(resource, id, made).forEach(change -> {
            String principal = change.path("principal").asText();
            change.path("add").forEach(privilege -> said.add("grant " + privilege.asText() + " to " + principal));
            change.path("remove").forEach(privilege -> said.add("revoke " + privilege.asText() + " from " + principal));
        });
        return said;
    }

    /** Gives and takes until what is there is what is wanted. */
    void apply(Resource resource, String id, JsonNode made) {
        if (resource.kind().securable().isPresent()) {
            ArrayNode changes = grantPatch(resource, id, made);
            if (!changes.isEmpty()) {
                api.send("PATCH", grantsPath(resource, id), Api.object().set("changes", changes));
            }
        }
        if (!resource.permissions().isEmpty() || !made.path("permissions").isEmpty()) {
            if (resource.kind() instanceof SecretScopeKind) {
                scopeAcls(resource, id, made);
            } else {
                resource.kind().permissionsType().ifPresent(type -> permissions(resource, type, id));
            }
        }
    }

    private ArrayNode grantPatch(Resource resource, String id, JsonNode made) {
        Map<String, Set<String>> wanted = grants(resource.grants());
        Map<String, Set<String>> there =
                resource.grants().isEmpty() && made.path("grants").isEmpty()
                        ? Map.of()
                        : grants(api.get(grantsPath(resource, id), Map.of()).path("privilege_assignments"));
        Set<String> principals = new TreeSet<>(wanted.keySet());
        principals.addAll(grants(made.path("grants")).keySet());
        ArrayNode changes = Api.JSON.createArrayNode();
        for (String principal : principals) {
            Set<String> add = new TreeSet<>(wanted.getOrDefault(principal, Set.of()));
            add.removeAll(there.getOrDefault(principal, Set.of()));
            Set<String> remove = new TreeSet<>(there.getOrDefault(principal, Set.of()));
            remove.removeAll(wanted.getOrDefault(principal, Set.of()));
            if (!add.isEmpty() || !remove.isEmpty()) {
                ObjectNode change = changes.addObject().put("principal", principal);
                add.forEach(change.withArray("add")::add);
                remove.forEach(change.withArray("remove")::add);
            }
        }
        return changes;
    }

    private static Map<String, Set<String>> grants(JsonNode list) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JsonNode grant : list) {
            Set<String> privileges =
                    found.computeIfAbsent(grant.path("principal").asText(), any -> new TreeSet<>());
            grant.path("privileges")
                    .forEach(privilege -> privileges.add(
                            privilege.asText().toUpperCase(Locale.ROOT).replace(' ', '_')));
        }
        return found;
    }

    private static String grantsPath(Resource resource, String id) {
        return "/api/2.1/unity-catalog/permissions/"
                + resource.kind().securable().orElseThrow() + "/" + Api.segment(id);
    }

    private void permissions(Resource resource, String type, String id) {
        ObjectNode body = Api.object();
        ArrayNode list = body.putArray("access_control_list");
        Map<String, String> levels = LEVELS.getOrDefault(resource.kind().name(), Map.of());
        boolean own = false;
        for (JsonNode item : resource.permissions()) {
            ObjectNode entry = list.addObject();
            for (String who : List.of("user_name", "group_name", "service_principal_name")) {
                if (item.hasNonNull(who)) {
                    entry.set(who, item.get(who));
                    own |= item.get(who).asText().equals(me);
                }
            }
            String level = item.path("level").asText();
            entry.put("permission_level", levels.getOrDefault(level, level));
        }
        if (!own) {
            list.addObject()
                    .put(me.contains("@") ? "user_name" : "service_principal_name", me)
                    .put("permission_level", "IS_OWNER");
        }
        api.send("PUT", "/api/2.0/permissions/" + type + "/" + Api.segment(id), body);
    }

    private void scopeAcls(Resource resource, String scope, JsonNode made) {
        Map<String, String> levels = LEVELS.getOrDefault("secret_scopes", Map.of());
        Map<String, String> wanted = new HashMap<>();
        resource.permissions()
                .forEach(item -> wanted.put(
                        principal(item),
                        levels.getOrDefault(
                                item.path("level").asText(), item.path("level").asText())));
        wanted.forEach((principal, level) -> api.send(
                "POST",
                "/api/2.0/secrets/acls/put",
                Api.object().put("scope", scope).put("principal", principal).put("permission", level)));
        made.path("permissions").forEach(item -> {
            if (!wanted.containsKey(principal(item)) && !principal(item).equals(me)) {
                api.send(
                        "POST",
                        "/api/2.0/secrets/acls/delete",
                        Api.object().put("scope", scope).put("principal", principal(item)));
            }
        });
    }

    private static String principal(JsonNode item) {
        return item.path("user_name")
                .asText(item.path("group_name")
                        .asText(item.path("service_principal_name").asText()));
    }
}
