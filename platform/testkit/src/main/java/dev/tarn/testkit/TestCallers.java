package dev.tarn.testkit;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import java.util.Set;

/**
 * Callers as authentication makes them, all of one workspace.
 *
 * @param metastore the workspace's
 */
public record TestCallers(WorkspaceId workspace, String metastore) {
    /** Of workspace 1. */
    public static TestCallers of(String metastore) {
        return new TestCallers(new WorkspaceId(1), metastore);
    }

    /** An ordinary principal, with the groups it belongs to. */
    public Caller user(Principal principal, Principal... groups) {
        return caller(principal, false, groups);
    }

    /** An administrator of the workspace. */
    public Caller admin(Principal principal, Principal... groups) {
        return caller(principal, true, groups);
    }

    private Caller caller(Principal principal, boolean admin, Principal... groups) {
        return new Caller(
                principal,
                Set.of(groups),
                workspace,
                metastore,
                admin,
                new Authentication(Authentication.Method.TOKEN, "tok"),
                new RequestInfo("r1", "127.0.0.1", "test"));
    }
}
