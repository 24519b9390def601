package dev.tarn.identity;

import dev.tarn.access.AccessModule;
import dev.tarn.access.Audit;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialUse;
import dev.tarn.identity.internal.Housekeeping;
import dev.tarn.identity.internal.LastUse;
import dev.tarn.identity.internal.Stores;

/** Wires the room. Add listeners to {@link #workspaces()} before {@link #start}. */
public final class IdentityModule implements AutoCloseable {
    private final Services services;
    private final Accounts accounts;
    private final CredentialPermissions credentialPermissions;
    private final Principals principals;
    private final Workspaces workspaces;
    private final Tokens tokens;
    private final ServicePrincipalSecrets secrets;
    private final OAuth oauth;
    private final SignIns signIns;
    private final Authentications authentications;
    private final Housekeeping housekeeping;

    public IdentityModule(Database db, AccessModule access, Clocks clocks, IdentityConfig config) {
        Stores stores = new Stores();
        Audit audit = access.audit();
        CredentialUse use = new CredentialUse(access.objects(), stores.principals());
        CallerCache cache = new CallerCache(db, stores, use);
        services = new Services(db, stores, cache, use, new LastUse(db, stores, clocks), audit, clocks, config);
        accounts = new Accounts(audit);
        credentialPermissions = new CredentialPermissions(services, access.objectPermissions());
        principals = new Principals(db, stores, cache, audit, clocks);
        workspaces = new Workspaces(db, stores, cache, audit, clocks);
        workspaces.listen(new WorkspaceListener() {
            @Override
            public void dropped(Tx tx, Workspace workspace) {
                access.objects().workspaceDropped(tx, workspace.id());
            }
        });
        tokens = new Tokens(services);
        secrets = new ServicePrincipalSecrets(services);
        oauth = new OAuth(services);
        signIns = new SignIns(services, workspaces);
        authentications = new Authentications(services, workspaces);
        housekeeping = new Housekeeping(this::keepHouse);
    }

    /**
     * Makes the default workspace and its administrator if this is the first start.
     *
     * @param wantsToken whether a fresh token of the administrator is wanted, for automation
     */
    public FirstStart start(boolean wantsToken) {
        return new Bootstrap(services, workspaces, signIns).start(wantsToken);
    }

    /** Writes down what was used, forgets what has expired, drops idle throwaway workspaces. Runs by itself, too. */
    public void keepHouse() {
        services.lastUse().flush();
        workspaces.dropIdle(services.config().throwawayIdle());
        services.db()
                .change(tx -> services.stores()
                        .workspaces()
                        .all(tx)
                        .forEach(workspace -> services.stores()
                                .credentials()
                                .deleteExpired(
                                        tx, workspace.id(), services.clocks().now(workspace.id()))));
    }

    public Accounts accounts() {
        return accounts;
    }

    public CredentialPermissions credentialPermissions() {
        return credentialPermissions;
    }

    public WorkspaceRoles workspaceRoles() {
        return new WorkspaceRoles(principals, workspaces);
    }

    public Principals principals() {
        return principals;
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public Tokens tokens() {
        return tokens;
    }

    public ServicePrincipalSecrets secrets() {
        return secrets;
    }

    public OAuth oauth() {
        return oauth;
    }

    public SignIns signIns() {
        return signIns;
    }

    public Authentications authentications() {
        return authentications;
    }

    @Override
    public void close() {
        housekeeping.close();
        services.lastUse().flush();
    }
}
