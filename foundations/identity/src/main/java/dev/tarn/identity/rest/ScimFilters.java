package dev.tarn.identity.rest;

import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalFilter;
import dev.tarn.identity.PrincipalFilter.Attribute;
import dev.tarn.identity.rest.ScimExpression.And;
import dev.tarn.identity.rest.ScimExpression.Comparison;
import dev.tarn.identity.rest.ScimExpression.Not;
import dev.tarn.identity.rest.ScimExpression.Or;
import java.util.Locale;
import java.util.Map;

/** What SCIM's attribute names mean for each kind of principal. */
final class ScimFilters {
    private static final Map<String, Attribute> COMMON = Map.of(
            "id", Attribute.ID,
            "displayname", Attribute.DISPLAY_NAME,
            "externalid", Attribute.EXTERNAL_ID);
    private static final Map<String, Attribute> OF_USERS = Map.of(
            "username", Attribute.NAME,
            "active", Attribute.ACTIVE,
            "emails", Attribute.EMAIL,
            "emails.value", Attribute.EMAIL,
            "name.givenname", Attribute.GIVEN_NAME,
            "name.familyname", Attribute.FAMILY_NAME);
    private static final Map<String, Attribute> OF_SERVICE_PRINCIPALS =
            Map.of("applicationid", Attribute.NAME, "active", Attribute.ACTIVE);

    private ScimFilters() {}

    static PrincipalFilter parse(PrincipalKind kind, String text) {
        return convert(kind, ScimExpression.parse(text));
    }

    static Attribute attribute(PrincipalKind kind, String name) {
        String key = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        Attribute found = COMMON.get(key);
        if (found == null && kind == PrincipalKind.USER) {
            found = OF_USERS.get(key);
        } else if (found == null && kind == PrincipalKind.SERVICE_PRINCIPAL) {
            found = OF_SERVICE_PRINCIPALS.get(key);
        }
        if (found == null) {
            throw ScimExpression.invalid(
                    "invalidFilter",
                    "'%s' is not an attribute that can be filtered or sorted by."
                            .formatted(name.length() > 100 ? name.substring(0, 100) : name));
        }
        return found;
    }

    private static PrincipalFilter convert(PrincipalKind kind, ScimExpression expression) {
        if (expression instanceof And and) {
            return new PrincipalFilter.And(convert(kind, and.left()), convert(kind, and.right()));
        }
        if (expression instanceof Or or) {
            return new PrincipalFilter.Or(convert(kind, or.left()), convert(kind, or.right()));
        }
        if (expression instanceof Not not) {
            return new PrincipalFilter.Not(convert(kind, not.negated()));
        }
        Comparison comparison = (Comparison) expression;
        return new PrincipalFilter.Comparison(
                attribute(kind, comparison.attribute()), comparison.operator(), comparison.value());
    }
}
