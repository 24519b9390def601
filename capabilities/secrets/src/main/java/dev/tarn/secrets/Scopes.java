package dev.tarn.secrets;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.secrets.internal.ScopeStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secret scopes and who may do what with them. Everybody in a workspace may create a scope, which they then manage, and see the
 * names of all; everything else goes by the scope's list, and workspace administrators manage every scope. Names and limits are
 * the vendor's (Secrets API, "Create a new secret scope").
 */
public final class Scopes {
    static final String AUDIT = "secrets";
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@/-]{1,128}");
    private static final String EVERYBODY = "users";
    private static final int MOST_SCOPES = 1_000;

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final PrincipalDirectory principals;
    private final Clocks clocks;
    private final ScopeStore store;

    Scopes(Database db, ObjectAcls acls, Audit audit, PrincipalDirectory principals, Clocks clocks) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.principals = principals;
        this.clocks = clocks;
        this.store = new ScopeStore();
    }

    /**
     * Creates a scope.
     *
     * @param manager who is to manage it: {@code users}, which is everybody, or empty for the caller
     * @throws dev.tarn.core.AppException RESOURCE_ALREADY_EXISTS, RESOURCE_LIMIT_EXCEEDED, INVALID_PARAMETER_VALUE
     */
    public Scope create(Caller caller, String name, Optional<String> manager) {
        if (!NAME.matcher(name).matches()) {
            throw SecretsErrors.badName("scope name", name);
        }
        if (manager.filter(wanted -> !wanted.equals(EVERYBODY)).isPresent()) {
            throw SecretsErrors.managerNotPossible();
        }
        Scope scope = new Scope(Ids.uuid(), caller.workspace(), name);
        db.change(tx -> {
            if (store.find(tx, caller.workspace(), name).isPresent()) {
                throw SecretsErrors.scopeExists(name);
            }
            if (store.count(tx, caller.workspace()) >= MOST_SCOPES) {
                throw SecretsErrors.limit("A workspace holds at most %d secret scopes. Delete one that is not needed."
                        .formatted(MOST_SCOPES));
            }
            store.insert(tx, scope, clocks.now(caller));
            acls.register(tx, caller, scope, name);
            manager.ifPresent(everybody -> giveTo(tx, caller, scope, everybody));
        });
        audit.record(caller, AUDIT, "createScope", name, Map.of(), "");
        return scope;
    }

    /** Every scope of the workspace: names are no secrets. */
    public List<Scope> list(Caller caller) {
        return db.read(tx -> store.list(tx, caller.workspace()));
    }

    /** Deletes a scope with its secrets and its list. Needs MANAGE. */
    public void delete(Caller caller, String name) {
        db.change(tx -> {
            Authorized<Scope> scope = authorized(tx, caller, name, ScopePermission.MANAGE);
            store.delete(tx, scope);
            acls.unregister(tx, caller, scope);
        });
        audit.record(caller, AUDIT, "deleteScope", name, Map.of(), "");
    }

    /** Gives a principal a permission, instead of the one that it has. Needs MANAGE. */
    public void putAcl(Caller caller, String name, String principal, ScopePermission permission) {
        db.change(tx -> {
            Authorized<Scope> scope = authorized(tx, caller, name, ScopePermission.MANAGE);
            acls.grant(
                    tx, caller, scope.value(), principal(tx, caller, principal).id(), permission.level());
        });
        audit.record(
                caller, AUDIT, "putAcl", name, Map.of("principal", principal, "permission", permission.name()), "");
    }

    /** What a principal was given on the scope itself. Needs MANAGE. */
    public ScopeAcl acl(Caller caller, String name, String principal) {
        return db.read(tx -> {
            Authorized<Scope> scope = authorized(tx, caller, name, ScopePermission.MANAGE);
            Principal found = principal(tx, caller, principal);
            return Optional.ofNullable(acls.levels(tx, caller, scope).get(found.id()))
                    .map(level -> new ScopeAcl(found.name(), ScopePermission.of(level)))
                    .orElseThrow(() -> SecretsErrors.noAcl(name, principal));
        });
    }

    /** Everybody who was given something, by name. Needs MANAGE. */
    public List<ScopeAcl> acls(Caller caller, String name) {
        return db.read(tx -> {
            Authorized<Scope> scope = authorized(tx, caller, name, ScopePermission.MANAGE);
            var levels = acls.levels(tx, caller, scope);
            List<ScopeAcl> list = new ArrayList<>();
            var known = principals.byIds(tx, levels.keySet());
            levels.forEach((id, level) -> Optional.ofNullable(known.get(id))
                    .ifPresent(principal -> list.add(new ScopeAcl(principal.name(), ScopePermission.of(level)))));
            list.sort(Comparator.comparing(ScopeAcl::principal));
            return list;
        });
    }

    /** Takes away what a principal was given. Needs MANAGE. */
    public void deleteAcl(Caller caller, String name, String principal) {
        db.change(tx -> {
            Authorized<Scope> scope = authorized(tx, caller, name, ScopePermission.MANAGE);
            Principal found = principal(tx, caller, principal);
            if (!acls.revoke(tx, caller, scope, found.id())) {
                throw SecretsErrors.noAcl(name, principal);
            }
        });
        audit.record(caller, AUDIT, "deleteAcl", name, Map.of("principal", principal), "");
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
    }

    /** The scope, if the caller has the permission on it. That a scope exists is known to everybody, so a refusal says so. */
    Authorized<Scope> authorized(Tx tx, Caller caller, String name, ScopePermission permission) {
        Scope scope = store.find(tx, caller.workspace(), name).orElseThrow(() -> SecretsErrors.noScope(name));
        return acls.require(
                tx,
                caller,
                permission.level(),
                Optional.of(scope),
                () -> SecretsErrors.denied(caller, permission, name));
    }

    private void giveTo(Tx tx, Caller caller, Scope scope, String everybody) {
        Authorized<Scope> mine = acls.require(
                tx, caller, ScopePermission.MANAGE.level(), Optional.of(scope), SecretsErrors::managerNotPossible);
        acls.revoke(tx, caller, mine, caller.principal().id());
        acls.grant(tx, caller, scope, principal(tx, caller, everybody).id(), ScopePermission.MANAGE.level());
    }

    private Principal principal(Tx tx, Caller caller, String name) {
        return principals.find(tx, caller.metastore(), name).orElseThrow(() -> SecretsErrors.noPrincipal(name));
    }
}
