package dev.tarn.identity.internal;

import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Tx;
import dev.tarn.identity.Profile;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import java.time.Instant;
import java.util.List;

/** The groups that every metastore has. Everybody belongs to {@link #USERS} and {@link #EVERYONE} without being listed. */
public final class BuiltIn {
    public static final String ADMINS = "admins";
    public static final String USERS = "users";
    public static final String EVERYONE = "account users";

    private static final List<String> USER_ENTITLEMENTS = List.of("workspace-access", "databricks-sql-access");
    private static final List<String> ADMIN_ENTITLEMENTS =
            List.of("workspace-access", "databricks-sql-access", "allow-cluster-create", "allow-instance-pool-create");

    private final PrincipalStore principals;

    public BuiltIn(PrincipalStore principals) {
        this.principals = principals;
    }

    /** Makes the groups of a new metastore. */
    public void create(Tx tx, String metastore, Instant at) {
        insert(tx, metastore, ADMINS, ADMIN_ENTITLEMENTS, at);
        insert(tx, metastore, USERS, USER_ENTITLEMENTS, at);
        insert(tx, metastore, EVERYONE, List.of(), at);
    }

    public Principal group(Tx tx, String metastore, String name) {
        return principals
                .byName(tx, metastore, name)
                .orElseThrow(() -> new IllegalStateException("Metastore " + metastore + " has no group " + name))
                .principal();
    }

    /** Whether everybody belongs to the group without being listed. */
    public static boolean holdsEverybody(Stored group) {
        return group.builtIn() && !group.principal().name().equals(ADMINS);
    }

    private void insert(Tx tx, String metastore, String name, List<String> entitlements, Instant at) {
        Principal group = new Principal(String.valueOf(Ids.numeric()), name, PrincipalKind.GROUP);
        Profile profile = Profile.named(name).withDisplayName(name).withEntitlements(entitlements);
        principals.insert(tx, new Stored(group, metastore, profile, true), at);
    }
}
