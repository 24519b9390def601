package dev.tarn.identity;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.WorkspaceId;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CallerCache.Known;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.LastUse;
import dev.tarn.identity.internal.ThrowawayToken;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what a request brings as proof into a {@link Caller}. Costs no query as long as nothing has changed. Every failure is the
 * same UNAUTHENTICATED, whatever was wrong.
 */
public final class Authentications {
    private static final Set<Kind> BEARER = EnumSet.of(Kind.PERSONAL, Kind.ACCESS);

    private final CallerCache cache;
    private final Workspaces workspaces;
    private final LastUse lastUse;
    private final Clocks clocks;
    private final boolean throwaway;

    Authentications(Services services, Workspaces workspaces) {
        this.cache = services.cache();
        this.workspaces = workspaces;
        this.lastUse = services.lastUse();
        this.clocks = services.clocks();
        this.throwaway = services.config().throwaway();
    }

    /**
     * The caller of a personal or OAuth access token.
     *
     * @param workspace that the request asks for; one that is not of the token's metastore is ignored
     */
    public Caller byToken(RequestInfo request, String token, Optional<WorkspaceId> workspace) {
        Optional<ThrowawayToken> own = ThrowawayToken.parse(token);
        if (own.isPresent()) {
            if (!throwaway) {
                throw IdentityErrors.notSignedIn();
            }
            if (!isLoopback(request.sourceAddress())) {
                throw IdentityErrors.loopbackOnly();
            }
        }
        String hash = CredentialStore.hash(token);
        Optional<Known> known = cache.byHash(hash);
        if (known.isEmpty() && own.isPresent()) {
            workspaces.ensure(own.get(), token);
            cache.changed();
            known = cache.byHash(hash);
        }
        return caller(request, known, BEARER, workspace);
    }

    /** The caller of a browser's session. */
    public Caller bySession(RequestInfo request, String session, Optional<WorkspaceId> workspace) {
        return caller(request, cache.byHash(CredentialStore.hash(session)), EnumSet.of(Kind.SESSION), workspace);
    }

    /**
     * Another principal in the reader's place, with the rights it has now: the owner of a view that somebody reads.
     *
     * @return empty if the principal is gone, deactivated or of another metastore
     */
    public Optional<Caller> standIn(Caller reader, String principalId) {
        return cache.standing(principalId)
                .filter(standing -> standing.metastore().equals(reader.metastore()))
                .map(standing -> new Caller(
                        standing.principal(),
                        standing.groups(),
                        reader.workspace(),
                        reader.metastore(),
                        standing.admin(),
                        reader.authentication(),
                        reader.request()));
    }

    private Caller caller(
            RequestInfo request, Optional<Known> found, Set<Kind> kinds, Optional<WorkspaceId> workspace) {
        Known known = found.filter(k -> kinds.contains(k.credential().kind()))
                .filter(k -> !k.credential().expired(clocks.now(k.credential().workspace())))
                .orElseThrow(IdentityErrors::notSignedIn);
        lastUse.used(known.credential());
        return caller(request, known, workspace);
    }

    static Caller caller(RequestInfo request, Known known, Optional<WorkspaceId> workspace) {
        return new Caller(
                known.principal(),
                known.groups(),
                workspace
                        .filter(known.workspaces()::contains)
                        .orElse(known.credential().workspace()),
                known.credential().metastore(),
                known.admin(),
                new Authentication(
                        method(known.credential().kind()), known.credential().id()),
                request);
    }

    private static Authentication.Method method(Kind kind) {
        return switch (kind) {
            case ACCESS, REFRESH, CODE, CLIENT_SECRET -> Authentication.Method.OAUTH;
            case SESSION, LINK -> Authentication.Method.SESSION;
            case PERSONAL -> Authentication.Method.TOKEN;
        };
    }

    /** @param address as text, never a name, so nothing is looked up */
    private static boolean isLoopback(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.%]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
