package dev.tarn.core;

import java.util.HashSet;
import java.util.Set;

/**
 * Who asks, and from where. Made once by authentication and passed on as the first argument of every use case; there are no
 * thread-locals.
 *
 * @param principal the authenticated user or service principal
 * @param groups every group the principal belongs to, directly or through other groups
 * @param workspace the workspace that the request is addressed to
 * @param metastore id of the metastore that the workspace is attached to: the boundary that no name and no grant crosses
 * @param workspaceAdmin whether the principal is in the workspace's {@code admins} group
 * @param authentication how the caller proved who they are
 * @param request the request's id and origin, for the audit trail
 */
public record Caller(
        Principal principal,
        Set<Principal> groups,
        WorkspaceId workspace,
        String metastore,
        boolean workspaceAdmin,
        Authentication authentication,
        RequestInfo request) {

    /** How a caller was authenticated, and with which credential's id (never the credential). */
    public record Authentication(Method method, String credentialId) {
        public enum Method {
            TOKEN,
            OAUTH,
            SESSION,
            INTERNAL
        }
    }

    /**
     * Where a request comes from.
     *
     * @param id shown to the client, in the access log and in the audit trail
     * @param sourceAddress the peer's IP address, empty for internal work
     * @param userAgent as sent by the client, at most 500 characters
     * @param origin how the client addressed this server, such as {@code https://lake.example:8443}, for links that it is to
     *     follow; empty where there is none, and then links are relative
     */
    public record RequestInfo(String id, String sourceAddress, String userAgent, String origin) {
        public static final RequestInfo INTERNAL = new RequestInfo("internal", "", "tarn");

        /** A request whose answer holds no links. */
        public RequestInfo(String id, String sourceAddress, String userAgent) {
            this(id, sourceAddress, userAgent, "");
        }
    }

    public Caller {
        groups = Set.copyOf(groups);
    }

    /** Ids of the principal and of all its groups: whatever is granted to one of them is granted to the caller. */
    public Set<String> principalIds() {
        Set<String> ids = new HashSet<>();
        ids.add(principal.id());
        groups.forEach(group -> ids.add(group.id()));
        return ids;
    }

    public boolean isMemberOf(String groupName) {
        return groups.stream().anyMatch(group -> group.name().equalsIgnoreCase(groupName));
    }

    /** The server's own caller in a workspace: background work and first start. It passes every check and is audited as such. */
    public static Caller system(WorkspaceId workspace, String metastore) {
        return new Caller(
                Principal.SYSTEM,
                Set.of(),
                workspace,
                metastore,
                true,
                new Authentication(Authentication.Method.INTERNAL, ""),
                RequestInfo.INTERNAL);
    }

    public boolean isSystem() {
        return authentication.method() == Authentication.Method.INTERNAL
                && principal.id().equals(Principal.SYSTEM.id());
    }
}
