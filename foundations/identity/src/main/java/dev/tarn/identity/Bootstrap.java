package dev.tarn.identity;

import dev.tarn.core.Ids;
import dev.tarn.core.Secret;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import java.util.Map;
import java.util.Optional;

/** Makes the default workspace with its administrator at the first start, and the administrator's way in. */
final class Bootstrap {
    private static final String TOKEN_COMMENT = "written by the server at start";

    private final Services services;
    private final Workspaces workspaces;
    private final SignIns signIns;

    Bootstrap(Services services, Workspaces workspaces, SignIns signIns) {
        this.services = services;
        this.workspaces = workspaces;
        this.signIns = signIns;
    }

    FirstStart start(boolean wantsToken) {
        workspaces.restoreClocks();
        FirstStart start = services.db().write(tx -> {
            String email = services.config().adminEmail();
            Workspace workspace = services.stores()
                    .workspaces()
                    .byName(tx, Workspaces.DEFAULT)
                    .orElseGet(() -> workspaces.createDefault(tx, email));
            PrincipalStore principals = services.stores().principals();
            Optional<Stored> admin = principals
                    .byName(tx, workspace.metastore(), email)
                    .filter(stored -> stored.profile().active());
            Optional<Secret> link = admin.filter(
                            stored -> principals.passwordHash(tx, stored.id()).isEmpty())
                    .map(stored -> signIns.link(tx, workspace, stored, stored.id()));
            Optional<Secret> token = admin.filter(stored -> wantsToken).map(stored -> token(tx, workspace, stored));
            return new FirstStart(workspace, admin.map(Stored::principal), link, token);
        });
        services.cache().changed();
        return start;
    }

    private Secret token(Tx tx, Workspace workspace, Stored admin) {
        CredentialStore credentials = services.stores().credentials();
        credentials.ofPrincipal(tx, admin.id(), Kind.PERSONAL).stream()
                .filter(token -> token.comment().equals(TOKEN_COMMENT))
                .forEach(token -> credentials.delete(tx, token.id()));
        Secret value = new Secret("dapi" + Ids.secret(16));
        credentials.insert(
                tx,
                new Credential(
                        CredentialStore.hash("id:" + value.reveal()),
                        Kind.PERSONAL,
                        CredentialStore.hash(value.reveal()),
                        workspace.metastore(),
                        workspace.id(),
                        admin.id(),
                        admin.id(),
                        TOKEN_COMMENT,
                        Map.of(),
                        services.clocks().now(workspace.id()),
                        Optional.empty(),
                        Optional.empty()));
        return value;
    }
}
