package dev.tarn.identity;

import dev.tarn.core.Principal;
import java.util.List;

/**
 * A principal with its profile and where it belongs.
 *
 * @param builtIn whether it is a group that every workspace has ({@code admins}, {@code users}, {@code account users})
 * @param groups the groups it is a member of itself
 * @param members a group's own members
 */
public record PrincipalDetails(
        Principal principal, Profile profile, boolean builtIn, List<Principal> groups, List<Principal> members) {
    public PrincipalDetails {
        groups = List.copyOf(groups);
        members = List.copyOf(members);
    }

    public String id() {
        return principal.id();
    }
}
