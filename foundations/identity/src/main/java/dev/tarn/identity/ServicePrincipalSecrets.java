package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.PrincipalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OAuth secrets of service principals, with which they ask for access tokens. Needs the workspace administrator. */
public final class ServicePrincipalSecrets {
    /** The vendor's limit per service principal. */
    public static final int MOST = 5;

    private static final String SERVICE = "accounts";
    private static final Duration LONGEST = Duration.ofDays(730);

    /** A secret without its value. @param hash the beginning of the value's hash, to tell secrets apart */
    public record Info(String id, String hash, Instant createdAt, Instant expiresAt) {}

    /** A secret that was just made. @param value shown this once */
    public record New(Info info, Secret value) {}

    private final Database db;
    private final CredentialStore credentials;
    private final PrincipalStore principals;
    private final CallerCache cache;
    private final Audit audit;
    private final Clocks clocks;

    ServicePrincipalSecrets(Services services) {
        this.db = services.db();
        this.credentials = services.stores().credentials();
        this.principals = services.stores().principals();
        this.cache = services.cache();
        this.audit = services.audit();
        this.clocks = services.clocks();
    }

    /** @param lifetime at most 730 days, which is also what an empty one means */
    public New create(Caller caller, String principalId, Optional<Duration> lifetime) {
        Duration lives = lifetime.orElse(LONGEST);
        if (lives.isNegative() || lives.isZero() || lives.compareTo(LONGEST) > 0) {
            throw IdentityErrors.lifetime(LONGEST);
        }
        requireAdmin(caller, "createServicePrincipalSecret", principalId);
        Instant now = clocks.now(caller);
        Secret value = new Secret("dose" + Ids.secret(16));
        Credential credential = new Credential(
                Ids.uuid(),
                Kind.CLIENT_SECRET,
                CredentialStore.hash(value.reveal()),
                caller.metastore(),
                caller.workspace(),
                principalId,
                caller.principal().id(),
                "",
                Map.of(),
                now,
                Optional.of(now.plus(lives)),
                Optional.empty());
        db.change(tx -> {
            if (ofServicePrincipal(tx, caller, principalId).size() >= MOST) {
                throw IdentityErrors.tooManySecrets(MOST);
            }
            credentials.insert(tx, credential);
        });
        audit.record(caller, SERVICE, "createServicePrincipalSecret", principalId, Map.of("id", credential.id()), "");
        return new New(info(credential), value);
    }

    public List<Info> list(Caller caller, String principalId) {
        requireAdmin(caller, "listServicePrincipalSecrets", principalId);
        return db.read(tx -> ofServicePrincipal(tx, caller, principalId).stream()
                .map(ServicePrincipalSecrets::info)
                .toList());
    }

    /** Deletes a secret; access tokens that it brought live out their hour. */
    public void delete(Caller caller, String principalId, String id) {
        requireAdmin(caller, "deleteServicePrincipalSecret", principalId);
        db.change(tx -> {
            if (ofServicePrincipal(tx, caller, principalId).stream()
                    .noneMatch(secret -> secret.id().equals(id))) {
                throw IdentityErrors.secretNotFound(id);
            }
            credentials.delete(tx, id);
        });
        cache.changed();
        audit.record(caller, SERVICE, "deleteServicePrincipalSecret", principalId, Map.of("id", id), "");
    }

    private List<Credential> ofServicePrincipal(Tx tx, Caller caller, String principalId) {
        if (principals
                .byId(tx, caller.metastore(), PrincipalKind.SERVICE_PRINCIPAL, principalId)
                .isEmpty()) {
            throw IdentityErrors.principalNotFound(PrincipalKind.SERVICE_PRINCIPAL, principalId);
        }
        return credentials.ofPrincipal(tx, principalId, Kind.CLIENT_SECRET);
    }

    private void requireAdmin(Caller caller, String action, String target) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "manage secrets of service principals");
            audit.record(caller, SERVICE, action, target, Map.of(), refusal.message());
            throw refusal;
        }
    }

    private static Info info(Credential credential) {
        return new Info(
                credential.id(),
                credential.hash().substring(0, 12),
                credential.createdAt(),
                credential.expiresAt().orElseThrow());
    }
}
