package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.Members;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import dev.tarn.identity.internal.Stores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Users, groups and service principals of the caller's metastore. Changing them needs the workspace administrator; everybody may
 * see who there is, but no more than names. A change is effective for the next request.
 */
public final class Principals {
    private static final String SERVICE = "accounts";

    /** A room that keeps something for each user and service principal; called in the transaction that makes one. */
    @FunctionalInterface
    public interface Newcomers {
        void made(Tx tx, Caller caller, Principal principal);
    }

    private record Changed(PrincipalDetails before, PrincipalDetails after) {}

    private final Database db;
    private final PrincipalStore store;
    private final Members members;
    private final CallerCache cache;
    private final Audit audit;
    private final Clocks clocks;
    private volatile Newcomers newcomers = (tx, caller, principal) -> {};

    Principals(Database db, Stores stores, CallerCache cache, Audit audit, Clocks clocks) {
        this.db = db;
        this.store = stores.principals();
        this.members = new Members(stores);
        this.cache = cache;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** Tells a room of new users and service principals; at start. */
    public void tell(Newcomers room) {
        newcomers = room;
    }

    /**
     * Creates a principal.
     *
     * @throws dev.tarn.core.AppException RESOURCE_ALREADY_EXISTS if another has the name, ignoring case
     */
    public PrincipalDetails create(Caller caller, PrincipalKind kind, PrincipalDraft draft) {
        requireAdmin(
                caller,
                kind == PrincipalKind.GROUP ? "createGroup" : "add",
                draft.profile().name());
        PrincipalDetails created = db.write(tx -> {
            Profile profile = draft.profile().checked(kind);
            Stored stored = add(tx, caller, kind, profile);
            draft.members().ifPresent(ids -> replaceMembers(tx, stored, ids));
            if (kind != PrincipalKind.GROUP) {
                newcomers.made(tx, caller, stored.principal());
            }
            return details(tx, List.of(stored)).get(0);
        });
        cache.changed();
        record(
                caller,
                kind == PrincipalKind.GROUP ? "createGroup" : "add",
                created.principal().name(),
                Map.of());
        return created;
    }

    public PrincipalDetails get(Caller caller, PrincipalKind kind, String id) {
        return db.read(tx ->
                shown(caller, details(tx, List.of(find(tx, caller, kind, id))).get(0)));
    }

    /** The caller, as the principal that it is. */
    public PrincipalDetails me(Caller caller) {
        return db.read(tx -> details(
                        tx,
                        List.of(find(
                                tx,
                                caller,
                                caller.principal().kind(),
                                caller.principal().id())))
                .get(0));
    }

    public PrincipalQuery.Result list(Caller caller, PrincipalKind kind, PrincipalQuery query) {
        return db.read(tx -> {
            List<Stored> found = store.list(tx, caller.metastore(), kind, query);
            boolean complete = query.start() == 1 && found.size() < query.count();
            long total = complete ? found.size() : store.count(tx, caller.metastore(), kind, query);
            List<PrincipalDetails> items = details(tx, found).stream()
                    .map(details -> shown(caller, details))
                    .toList();
            return new PrincipalQuery.Result(items, total);
        });
    }

    /**
     * Changes a principal.
     *
     * @param change from what it is to what it shall be; it may run again, and only computes
     */
    public PrincipalDetails update(
            Caller caller, PrincipalKind kind, String id, Function<PrincipalDetails, PrincipalDraft> change) {
        requireAdmin(caller, kind == PrincipalKind.GROUP ? "updateGroup" : "updateUser", id);
        Changed changed = db.write(tx -> {
            Stored stored = find(tx, caller, kind, id);
            PrincipalDetails before = details(tx, List.of(stored)).get(0);
            PrincipalDraft draft = change.apply(before);
            Profile profile = draft.profile().checked(kind);
            rename(tx, stored, profile);
            Stored renamed = new Stored(
                    new Principal(stored.id(), profile.name(), kind), stored.metastore(), profile, stored.builtIn());
            store.update(tx, renamed);
            draft.members().ifPresent(ids -> replaceMembers(tx, renamed, ids));
            members.requireAdministrator(tx, caller.metastore());
            return new Changed(before, details(tx, List.of(renamed)).get(0));
        });
        cache.changed();
        recordUpdate(caller, changed);
        return changed.after();
    }

    /** Deletes a principal with its tokens, sessions and memberships. What it owns stays, under its id. */
    public void delete(Caller caller, PrincipalKind kind, String id) {
        requireAdmin(caller, kind == PrincipalKind.GROUP ? "removeGroup" : "delete", id);
        String name = db.write(tx -> {
            Stored stored = find(tx, caller, kind, id);
            if (stored.builtIn()) {
                throw IdentityErrors.builtIn(stored.principal().name());
            }
            store.delete(tx, id);
            members.requireAdministrator(tx, caller.metastore());
            return stored.principal().name();
        });
        cache.changed();
        record(caller, kind == PrincipalKind.GROUP ? "removeGroup" : "delete", name, Map.of());
    }

    /** Adds a principal in an open transaction. */
    Stored add(Tx tx, Caller caller, PrincipalKind kind, Profile checked) {
        if (store.byName(tx, caller.metastore(), checked.name()).isPresent()) {
            throw IdentityErrors.exists(kind, checked.name());
        }
        Principal principal = new Principal(String.valueOf(Ids.numeric()), checked.name(), kind);
        Stored stored = new Stored(principal, caller.metastore(), checked, false);
        store.insert(tx, stored, clocks.now(caller));
        return stored;
    }

    private void rename(Tx tx, Stored stored, Profile profile) {
        String before = stored.principal().name();
        if (before.equals(profile.name())) {
            return;
        }
        switch (stored.principal().kind()) {
            case USER -> throw IdentityErrors.immutable("userName");
            case SERVICE_PRINCIPAL -> throw IdentityErrors.immutable("applicationId");
            case GROUP -> {
                if (stored.builtIn()) {
                    throw IdentityErrors.builtIn(before);
                }
                if (!before.equalsIgnoreCase(profile.name())
                        && store.byName(tx, stored.metastore(), profile.name()).isPresent()) {
                    throw IdentityErrors.exists(PrincipalKind.GROUP, profile.name());
                }
            }
        }
    }

    private void replaceMembers(Tx tx, Stored group, List<String> ids) {
        if (group.principal().kind() != PrincipalKind.GROUP) {
            throw new IllegalArgumentException("Only groups have members");
        }
        members.replace(tx, group, ids);
    }

    private Stored find(Tx tx, Caller caller, PrincipalKind kind, String id) {
        return store.byId(tx, caller.metastore(), kind, id)
                .orElseThrow(() -> IdentityErrors.principalNotFound(kind, id));
    }

    private List<PrincipalDetails> details(Tx tx, List<Stored> found) {
        return members.details(tx, found);
    }

    /** Who is no administrator sees of others what is needed to name them. */
    private static PrincipalDetails shown(Caller caller, PrincipalDetails details) {
        if (caller.workspaceAdmin() || details.id().equals(caller.principal().id())) {
            return details;
        }
        Profile full = details.profile();
        Profile minimal =
                Profile.named(full.name()).withDisplayName(full.displayName()).withActive(full.active());
        return new PrincipalDetails(details.principal(), minimal, details.builtIn(), List.of(), List.of());
    }

    private void requireAdmin(Caller caller, String action, String target) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "change users, groups and service principals");
            audit.record(caller, SERVICE, action, target, Map.of(), refusal.message());
            throw refusal;
        }
    }

    private void recordUpdate(Caller caller, Changed changed) {
        PrincipalDetails before = changed.before();
        PrincipalDetails after = changed.after();
        String name = after.principal().name();
        boolean group = after.principal().kind() == PrincipalKind.GROUP;
        List<Principal> added = new ArrayList<>(after.members());
        added.removeAll(before.members());
        List<Principal> removed = new ArrayList<>(before.members());
        removed.removeAll(after.members());
        added.forEach(member -> record(caller, "addPrincipalToGroup", name, Map.of("targetUserName", member.name())));
        removed.forEach(
                member -> record(caller, "removePrincipalFromGroup", name, Map.of("targetUserName", member.name())));
        if (before.profile().active() != after.profile().active()) {
            record(caller, after.profile().active() ? "activateUser" : "deactivateUser", name, Map.of());
        }
        if (!before.profile().withActive(true).equals(after.profile().withActive(true))) {
            Map<String, String> parameters = new HashMap<>();
            Optional.of(before.principal().name())
                    .filter(old -> !old.equals(name))
                    .ifPresent(old -> parameters.put("formerName", old));
            parameters.put("entitlements", String.join(",", after.profile().entitlements()));
            record(caller, group ? "updateGroup" : "updateUser", name, parameters);
        }
    }

    private void record(Caller caller, String action, String target, Map<String, String> parameters) {
        audit.record(caller, SERVICE, action, target, parameters, "");
    }
}
