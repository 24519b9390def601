package dev.tarn.identity.internal;

/** The room's stores, which hold no state. */
public record Stores(
        PrincipalStore principals,
        MembershipStore memberships,
        CredentialStore credentials,
        WorkspaceStore workspaces) {
    public Stores() {
        this(new PrincipalStore(), new MembershipStore(), new CredentialStore(), new WorkspaceStore());
    }
}
