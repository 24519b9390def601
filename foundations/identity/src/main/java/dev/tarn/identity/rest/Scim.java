package dev.tarn.identity.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.iam.ListSortOrder;
import com.databricks.sdk.service.iam.Patch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalDraft;
import dev.tarn.identity.PrincipalFilter.Attribute;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Profile;
import dev.tarn.identity.Profile.Email;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of principals in SCIM's words. The SDK's model classes are only crossed: what they say is read and written as JSON, so
 * that users, groups and service principals share one mapping.
 */
final class Scim {
    private static final int LONGEST_ATTRIBUTES = 2_000;

    private final ObjectMapper mapper = SerDeUtils.createMapper();
    private final PrincipalKind kind;

    Scim(PrincipalKind kind) {
        this.kind = kind;
    }

    /** What a list request asks for. */
    PrincipalQuery query(
            @Nullable String filter,
            @Nullable String sortBy,
            @Nullable ListSortOrder order,
            @Nullable Long startIndex,
            @Nullable Long count) {
        long start = startIndex == null ? 1 : Math.max(1, startIndex);
        long most = count == null ? PrincipalQuery.MOST : Math.max(0, count);
        Attribute sort = sortBy == null || sortBy.isBlank() ? Attribute.NAME : ScimFilters.attribute(kind, sortBy);
        return new PrincipalQuery(
                filter == null || filter.isBlank() ? Optional.empty() : Optional.of(ScimFilters.parse(kind, filter)),
                sort,
                order == ListSortOrder.DESCENDING,
                (int) Math.min(start, Integer.MAX_VALUE),
                (int) Math.min(most, PrincipalQuery.MOST));
    }

    /** A new principal as a client describes it. */
    PrincipalDraft created(Object request) {
        return draft(mapper.valueToTree(request), Optional.empty());
    }

    /** A replacement: what the client leaves out is cleared, except for the name and whether it is active. */
    Function<PrincipalDetails, PrincipalDraft> replaced(Object request) {
        ObjectNode node = mapper.valueToTree(request);
        return before -> draft(node.deepCopy(), Optional.of(before.profile()));
    }

    /** A partial change. */
    Function<PrincipalDetails, PrincipalDraft> patched(@Nullable Collection<Patch> operations) {
        if (operations == null || operations.isEmpty()) {
            throw ScimExpression.invalid("invalidSyntax", "A PATCH needs 'Operations'.");
        }
        if (operations.size() > 1000) {
            throw ScimExpression.invalid("tooMany", "A PATCH has at most 1000 operations.");
        }
        return before -> {
            ObjectNode resource = node(before);
            ScimPatch patch = new ScimPatch(resource);
            for (Patch operation : operations) {
                if (operation.getOp() == null) {
                    throw ScimExpression.invalid("invalidSyntax", "An operation needs an 'op'.");
                }
                patch.apply(
                        ScimPatch.Op.valueOf(operation.getOp().name()),
                        operation.getPath(),
                        mapper.valueToTree(operation.getValue()));
            }
            return draft(resource, Optional.of(before.profile()));
        };
    }

    /** A principal as one of the SDK's model classes, with the attributes that were asked for. */
    <T> T resource(PrincipalDetails details, Class<T> type, @Nullable String attributes, @Nullable String excluded) {
        ObjectNode node = node(details);
        Set<String> wanted = names(attributes);
        Set<String> unwanted = names(excluded);
        List<String> fields = new ArrayList<>();
        node.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            String key = field.toLowerCase(Locale.ROOT);
            boolean always = key.equals("id") || key.equals("schemas");
            if (!always && (unwanted.contains(key) || (!wanted.isEmpty() && !wanted.contains(key)))) {
                node.remove(field);
            }
        }
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(@Nullable String attributes) {
        if (attributes == null || attributes.isBlank()) {
            return Set.of();
        }
        if (attributes.length() > LONGEST_ATTRIBUTES) {
            throw AppException.invalid("'attributes' is too long.");
        }
        return Stream.of(attributes.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.substring(name.lastIndexOf(':') + 1))
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private ObjectNode node(PrincipalDetails details) {
        Profile profile = details.profile();
        ObjectNode node = mapper.createObjectNode();
        node.put("id", details.id());
        switch (kind) {
            case USER -> {
                node.putArray("schemas")
                        .add("urn:ietf:params:scim:schemas:core:2.0:User")
                        .add("urn:ietf:params:scim:schemas:extension:workspace:2.0:User");
                node.put("userName", profile.name()).put("active", profile.active());
                if (profile.givenName().isPresent() || profile.familyName().isPresent()) {
                    ObjectNode name = node.putObject("name");
                    profile.givenName().ifPresent(given -> name.put("givenName", given));
                    profile.familyName().ifPresent(family -> name.put("familyName", family));
                }
                emails(node, profile.emails());
            }
            case SERVICE_PRINCIPAL -> {
                node.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ServicePrincipal");
                node.put("applicationId", profile.name()).put("active", profile.active());
            }
            case GROUP -> {
                node.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Group");
                node.putObject("meta").put("resourceType", details.builtIn() ? "WorkspaceGroup" : "Group");
                references(node, "members", details.members());
            }
        }
        node.put("displayName", profile.displayName());
        profile.externalId().ifPresent(id -> node.put("externalId", id));
        values(node, "entitlements", profile.entitlements());
        values(node, "roles", profile.roles());
        references(node, "groups", details.groups());
        return node;
    }

    private static void emails(ObjectNode node, List<Email> emails) {
        if (!emails.isEmpty()) {
            ArrayNode list = node.putArray("emails");
            emails.forEach(email -> list.addObject()
                    .put("value", email.value())
                    .put("type", email.type())
                    .put("primary", email.primary()));
        }
    }

    private static void values(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(field);
            values.forEach(value -> list.addObject().put("value", value));
        }
    }

    private static void references(ObjectNode node, String field, List<Principal> principals) {
        if (!principals.isEmpty()) {
            ArrayNode list = node.putArray(field);
            principals.forEach(principal -> list.addObject()
                    .put("display", principal.name())
                    .put("value", principal.id())
                    .put("$ref", path(principal.kind()) + "/" + principal.id()));
        }
    }

    private static String path(PrincipalKind kind) {
        return switch (kind) {
            case USER -> "Users";
            case SERVICE_PRINCIPAL -> "ServicePrincipals";
            case GROUP -> "Groups";
        };
    }

    private PrincipalDraft draft(ObjectNode node, Optional<Profile> before) {
        String nameField = switch (kind) {
            case USER -> "userName";
            case SERVICE_PRINCIPAL -> "applicationId";
            case GROUP -> "displayName";
        };
        String name = node.path(nameField).asText("");
        Profile profile = new Profile(
                name.isEmpty() ? before.map(Profile::name).orElse("") : name,
                node.path("displayName").asText(""),
                active(node.get("active"), before),
                text(node.get("externalId")),
                text(node.path("name").get("givenName")),
                text(node.path("name").get("familyName")),
                emails(node.path("emails")),
                values(node.path("entitlements")),
                values(node.path("roles")));
        return kind == PrincipalKind.GROUP
                ? new PrincipalDraft(profile, Optional.of(values(node.path("members"))))
                : new PrincipalDraft(profile);
    }

    private static boolean active(@Nullable JsonNode node, Optional<Profile> before) {
        if (node == null || node.isNull()) {
            return before.map(Profile::active).orElse(true);
        }
        String text = node.asText("").toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw ScimExpression.invalid("invalidValue", "'active' must be true or false.");
        }
        return text.equals("true");
    }

    private static Optional<String> text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText(""));
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        for (JsonNode element : list) {
            String value = element.path("value").asText("");
            if (value.isEmpty()) {
                throw ScimExpression.invalid("invalidValue", "Each element of a list needs a 'value'.");
            }
            values.add(value);
        }
        return values;
    }

    private static List<Email> emails(JsonNode list) {
        List<Email> emails = new ArrayList<>();
        for (JsonNode element : list) {
            String value = element.path("value").asText("");
            if (value.isEmpty()) {
                throw ScimExpression.invalid("invalidValue", "An e-mail address needs a 'value'.");
            }
            emails.add(new Email(
                    value,
                    element.path("type").asText("work"),
                    element.path("primary").asBoolean(false)));
        }
        return emails;
    }
}
