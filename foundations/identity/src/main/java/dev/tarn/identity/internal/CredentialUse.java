package dev.tarn.identity.internal;

import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.ObjectType;
import dev.tarn.access.ObjectType.Level;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Set;

/**
 * Who may use tokens and passwords at all: an access control list per workspace and kind, which begins with everybody. A
 * workspace's list is written down when an administrator first looks at it or changes it.
 */
public final class CredentialUse {
    /** The vendor keeps both lists below {@code /authorization/}. */
    public static final ObjectType TYPE = new ObjectType(
            "authorization",
            "authorization",
            Set.of(),
            List.of(
                    new Level(PermissionLevel.CAN_USE, "Can use"),
                    new Level(PermissionLevel.CAN_MANAGE, "Can manage the list")));

    /** What the list is about; the name is the last part of the list's id. */
    public enum Subject implements ControlledObject {
        TOKENS("tokens"),
        PASSWORDS("passwords");

        private final String id;

        Subject(String id) {
            this.id = id;
        }

        @Override
        public ObjectType objectType() {
            return TYPE;
        }

        @Override
        public String objectId() {
            return id;
        }
    }

    private final ObjectAcls acls;
    private final PrincipalStore principals;

    public CredentialUse(ObjectAcls acls, PrincipalStore principals) {
        this.acls = acls;
        this.principals = principals;
        acls.serve(TYPE);
    }

    /** Writes down the list that every workspace begins with, unless there is one. */
    public void ensure(Tx tx, Caller caller, Subject subject) {
        if (!acls.known(tx, caller.workspace(), subject)) {
            Caller system = Caller.system(caller.workspace(), caller.metastore());
            acls.register(tx, system, subject, subject.objectId());
            Principal users = new BuiltIn(principals).group(tx, caller.metastore(), BuiltIn.USERS);
            acls.grant(tx, system, subject, users.id(), PermissionLevel.CAN_USE);
        }
    }

    /** Whether the caller may make and use such credentials in the workspace; administrators always may. */
    public boolean allows(Tx tx, Caller caller, Subject subject) {
        return caller.workspaceAdmin()
                || !acls.known(tx, caller.workspace(), subject)
                || acls.level(tx, caller, subject)
                        .filter(level -> TYPE.includes(level, PermissionLevel.CAN_USE))
                        .isPresent();
    }

    /** The same for a principal who is not asking now. */
    public boolean allows(Tx tx, Principal principal, Set<Principal> groups, Where where, Subject subject) {
        boolean admin = groups.stream().anyMatch(group -> group.name().equals(BuiltIn.ADMINS));
        Caller standIn = new Caller(
                principal,
                groups,
                where.workspace(),
                where.metastore(),
                admin,
                new Caller.Authentication(Caller.Authentication.Method.INTERNAL, ""),
                Caller.RequestInfo.INTERNAL);
        return allows(tx, standIn, subject);
    }

    /** A workspace and its metastore. */
    public record Where(WorkspaceId workspace, String metastore) {}
}
