package dev.tarn.identity.internal;

import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Tx;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of membership: no cycles, at most ten layers, everybody in {@code users}, somebody in {@code admins}. */
public final class Members {
    private final PrincipalStore principals;
    private final MembershipStore memberships;
    private final BuiltIn builtIn;

    public Members(Stores stores) {
        this.principals = stores.principals();
        this.memberships = stores.memberships();
        this.builtIn = new BuiltIn(principals);
    }

    /** Makes these the group's members, and no others. */
    public void replace(Tx tx, Stored group, List<String> memberIds) {
        Set<String> wanted = new LinkedHashSet<>(memberIds);
        Set<String> present =
                memberships.membersOf(tx, List.of(group.id())).getOrDefault(group.id(), List.of()).stream()
                        .map(Principal::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> added = new LinkedHashSet<>(wanted);
        added.removeAll(present);
        present.removeAll(wanted);
        if (BuiltIn.holdsEverybody(group) && !(added.isEmpty() && present.isEmpty())) {
            throw IdentityErrors.builtIn(group.principal().name());
        }
        memberships.remove(tx, group.id(), present);
        add(tx, group, added);
    }

    private void add(Tx tx, Stored group, Set<String> memberIds) {
        List<Stored> found = principals.byIds(tx, memberIds).stream()
                .filter(member -> member.metastore().equals(group.metastore()))
                .toList();
        Set<String> missing = new LinkedHashSet<>(memberIds);
        found.forEach(member -> missing.remove(member.id()));
        if (!missing.isEmpty()) {
            throw IdentityErrors.memberNotFound(missing.iterator().next());
        }
        for (Stored member : found) {
            if (member.principal().kind() == PrincipalKind.GROUP) {
                checkNesting(tx, group, member);
            }
            memberships.add(tx, group.id(), List.of(member.id()));
        }
    }

    private void checkNesting(Tx tx, Stored group, Stored member) {
        if (memberships.contains(tx, member.id(), group.id())) {
            throw IdentityErrors.cycle(
                    group.principal().name(), member.principal().name());
        }
        long layers = memberships.layers(tx, group.id(), true) + memberships.layers(tx, member.id(), false);
        if (layers > MembershipStore.LAYERS) {
            throw IdentityErrors.tooDeep(MembershipStore.LAYERS);
        }
    }

    /** Refuses a change after which nobody could administer the workspace. */
    public void requireAdministrator(Tx tx, String metastore) {
        Principal admins = builtIn.group(tx, metastore, BuiltIn.ADMINS);
        if (memberships.activeMembers(tx, admins.id()) == 0) {
            throw IdentityErrors.lastAdmin();
        }
    }

    /** Principals with their groups and members. */
    public List<PrincipalDetails> details(Tx tx, List<Stored> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> ids = found.stream().map(Stored::id).toList();
        Map<String, List<Principal>> groups = memberships.groupsOf(tx, ids);
        Map<String, List<Principal>> members = memberships.membersOf(
                tx,
                found.stream()
                        .filter(stored -> stored.principal().kind() == PrincipalKind.GROUP)
                        .map(Stored::id)
                        .toList());
        Optional<Principal> users =
                principals.byName(tx, found.get(0).metastore(), BuiltIn.USERS).map(Stored::principal);
        List<PrincipalDetails> details = new ArrayList<>();
        for (Stored stored : found) {
            List<Principal> own = new ArrayList<>(groups.getOrDefault(stored.id(), List.of()));
            if (stored.principal().kind() != PrincipalKind.GROUP) {
                users.ifPresent(own::add);
            }
            details.add(new PrincipalDetails(
                    stored.principal(),
                    stored.profile(),
                    stored.builtIn(),
                    own,
                    members.getOrDefault(stored.id(), List.of())));
        }
        return details;
    }
}
