package dev.tarn.identity;

import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.internal.ProfileRules;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a principal and may be changed.
 *
 * @param name a user's e-mail address, a service principal's application id (a UUID), a group's name; unique in the metastore
 * @param displayName what people read; a group's is its name
 * @param externalId the id in the directory that principals are copied from
 * @param entitlements such as {@code workspace-access}; see {@link ProfileRules#ENTITLEMENTS}
 * @param roles free text of at most 2048 characters each, such as instance profiles
 */
public record Profile(
        String name,
        String displayName,
        boolean active,
        Optional<String> externalId,
        Optional<String> givenName,
        Optional<String> familyName,
        List<Email> emails,
        List<String> entitlements,
        List<String> roles) {

    /** An e-mail address of a user. */
    public record Email(String value, String type, boolean primary) {}

    public Profile {
        emails = List.copyOf(emails);
        entitlements = entitlements.stream().distinct().toList();
        roles = roles.stream().distinct().toList();
    }

    /** An active principal of which only the name is known. */
    public static Profile named(String name) {
        return new Profile(
                name, "", true, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }

    public Profile withDisplayName(String changed) {
        return new Profile(name, changed, active, externalId, givenName, familyName, emails, entitlements, roles);
    }

    public Profile withActive(boolean changed) {
        return new Profile(name, displayName, changed, externalId, givenName, familyName, emails, entitlements, roles);
    }

    public Profile withEntitlements(List<String> changed) {
        return new Profile(name, displayName, active, externalId, givenName, familyName, emails, changed, roles);
    }

    /** The same with what follows from the name filled in; refused if something is not well formed. */
    Profile checked(PrincipalKind kind) {
        return ProfileRules.check(kind, this);
    }
}
