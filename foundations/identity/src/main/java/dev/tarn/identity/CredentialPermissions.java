package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectType.Level;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialUse;
import dev.tarn.identity.internal.CredentialUse.Subject;
import java.util.List;
import java.util.Map;

/**
 * Who may make and use personal access tokens, and who may sign in with a password. It begins with everybody; administrators
 * always may, and they alone see and change the lists. A change holds for the next request: tokens of whoever lost the permission
 * are refused, and work again when it is given back.
 */
public final class CredentialPermissions {
    private static final String SERVICE = "accounts";

    /** What a list is about. */
    public enum Kind {
        TOKENS(Subject.TOKENS),
        PASSWORDS(Subject.PASSWORDS);

        private final Subject subject;

        Kind(Subject subject) {
            this.subject = subject;
        }

        /** The last part of the list's id: {@code tokens}. */
        public String path() {
            return subject.objectId();
        }
    }

    private final Database db;
    private final CredentialUse use;
    private final CallerCache cache;
    private final Audit audit;
    private final ObjectPermissions permissions;

    CredentialPermissions(Services services, ObjectPermissions permissions) {
        this.db = services.db();
        this.use = services.use();
        this.cache = services.cache();
        this.audit = services.audit();
        this.permissions = permissions;
    }

    /** The levels that can be given: CAN_USE alone; the list itself is the administrators'. */
    public List<Level> levels(Caller caller) {
        requireAdmin(caller, "getPermissionLevels");
        return CredentialUse.TYPE.levels().stream()
                .filter(level -> level.level() == PermissionLevel.CAN_USE)
                .toList();
    }

    public AccessList get(Caller caller, Kind kind) {
        requireAdmin(caller, "getPermissions");
        ensure(caller, kind);
        return permissions.get(caller, CredentialUse.TYPE.path(), kind.path());
    }

    /** Adds to the list. */
    public AccessList update(Caller caller, Kind kind, List<Change> changes) {
        requireAdmin(caller, "updatePermissions");
        ensure(caller, kind);
        AccessList changed = permissions.update(caller, CredentialUse.TYPE.path(), kind.path(), changes);
        cache.changed();
        return changed;
    }

    /** Replaces the list; nobody but administrators is on an empty one. */
    public AccessList set(Caller caller, Kind kind, List<Change> changes) {
        requireAdmin(caller, "setPermissions");
        ensure(caller, kind);
        AccessList changed = permissions.set(caller, CredentialUse.TYPE.path(), kind.path(), changes);
        cache.changed();
        return changed;
    }

    private void ensure(Caller caller, Kind kind) {
        db.change(tx -> use.ensure(tx, caller, kind.subject));
    }

    private void requireAdmin(Caller caller, String action) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "see or change who may use tokens and passwords");
            audit.record(caller, SERVICE, action, "", Map.of(), refusal.message());
            throw refusal;
        }
    }
}
