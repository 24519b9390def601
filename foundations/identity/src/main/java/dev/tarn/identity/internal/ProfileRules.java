package dev.tarn.identity.internal;

import dev.tarn.core.AppException;
import dev.tarn.core.Ids;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.Profile;
import dev.tarn.identity.Profile.Email;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What makes a principal's profile well formed. */
public final class ProfileRules {
    /** The vendor's entitlements; others are refused. */
    public static final Set<String> ENTITLEMENTS = Set.of(
            "workspace-access",
            "databricks-sql-access",
            "allow-cluster-create",
            "allow-instance-pool-create",
            "workspace-consume");

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ROLE = 2048;
    private static final int MOST_VALUES = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private ProfileRules() {}

    /** The same with what follows from the name filled in. */
    public static Profile check(PrincipalKind kind, Profile profile) {
        String name = name(kind, profile.name());
        String display = kind == PrincipalKind.GROUP ? name : text("displayName", profile.displayName());
        for (String entitlement : profile.entitlements()) {
            if (!ENTITLEMENTS.contains(entitlement)) {
                throw AppException.invalid("'%s' is not an entitlement: use one of %s."
                        .formatted(clip(entitlement), String.join(", ", new TreeSet<>(ENTITLEMENTS))));
            }
        }
        for (String role : profile.roles()) {
            if (role.isBlank() || role.length() > LONGEST_ROLE) {
                throw AppException.invalid("A role is a text of 1 to " + LONGEST_ROLE + " characters.");
            }
        }
        if (profile.roles().size() > MOST_VALUES || profile.emails().size() > MOST_VALUES) {
            throw AppException.invalid("A principal has at most " + MOST_VALUES + " roles and e-mail addresses.");
        }
        profile.emails().forEach(email -> text("emails.value", email.value()));
        return new Profile(
                name,
                display.isEmpty() ? name : display,
                profile.active(),
                checked("externalId", profile.externalId()),
                checked("name.givenName", profile.givenName()),
                checked("name.familyName", profile.familyName()),
                kind == PrincipalKind.USER && profile.emails().isEmpty()
                        ? List.of(new Email(name, "work", true))
                        : profile.emails(),
                profile.entitlements(),
                profile.roles());
    }

    private static String name(PrincipalKind kind, String name) {
        switch (kind) {
            case USER -> {
                if (!EMAIL.matcher(text("userName", name)).matches()) {
                    throw AppException.invalid("'userName' must be an e-mail address, not '" + clip(name) + "'.");
                }
            }
            case SERVICE_PRINCIPAL -> {
                if (name.isEmpty()) {
                    return Ids.uuid();
                }
                if (!UUID.matcher(name).matches()) {
                    throw AppException.invalid("'applicationId' must be a UUID, not '" + clip(name) + "'.");
                }
            }
            case GROUP -> {
                if (text("displayName", name).isBlank()) {
                    throw AppException.invalid("A group needs a 'displayName'.");
                }
            }
        }
        return name;
    }

    private static Optional<String> checked(String field, Optional<String> value) {
        return value.filter(text -> !text.isEmpty()).map(text -> text(field, text));
    }

    private static String text(String field, String value) {
        if (value.length() > LONGEST_NAME) {
            throw AppException.invalid("'%s' is longer than %d characters.".formatted(field, LONGEST_NAME));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw AppException.invalid("'%s' must not hold control characters.".formatted(field));
        }
        return value;
    }

    /** Text from outside, short enough for a message. */
    public static String clip(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
