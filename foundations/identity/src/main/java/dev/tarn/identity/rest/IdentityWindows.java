package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.CurrentUserService;
import com.databricks.sdk.service.iam.GroupsV2Service;
import com.databricks.sdk.service.iam.ServicePrincipalsV2Service;
import com.databricks.sdk.service.iam.UsersV2Service;
import com.databricks.sdk.service.oauth2.ServicePrincipalSecretsProxyService;
import com.databricks.sdk.service.settings.TokenManagementService;
import com.databricks.sdk.service.settings.TokensService;
import dev.tarn.contract.Contract;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Routes;
import dev.tarn.identity.IdentityModule;

/** Opens the room's windows. */
public final class IdentityWindows {
    private static final String SCIM = "scim";

    private IdentityWindows() {}

    /** What the SDK knows. */
    public static void serve(IdentityModule identity, Contract contract) {
        contract.serve(
                CurrentUserService.class,
                caller -> new CurrentUserApi(caller, identity.principals()),
                CurrentUserApi.class,
                SCIM);
        contract.serve(
                UsersV2Service.class, caller -> new UsersApi(caller, identity.principals()), UsersApi.class, SCIM);
        contract.serve(
                GroupsV2Service.class, caller -> new GroupsApi(caller, identity.principals()), GroupsApi.class, SCIM);
        contract.serve(
                ServicePrincipalsV2Service.class,
                caller -> new ServicePrincipalsApi(caller, identity.principals()),
                ServicePrincipalsApi.class,
                SCIM);
        contract.serve(TokensService.class, caller -> new TokensApi(caller, identity.tokens()), TokensApi.class);
        contract.serve(
                TokenManagementService.class,
                caller -> new TokenManagementApi(caller, identity.tokens()),
                TokenManagementApi.class);
        contract.serve(
                ServicePrincipalSecretsProxyService.class,
                caller -> new ServicePrincipalSecretsApi(caller, identity.secrets()),
                ServicePrincipalSecretsApi.class);
    }

    /** What it does not: discovery, OAuth, sign-in, our own API. */
    public static void route(IdentityModule identity, Routes routes) {
        new OAuthRoutes(identity.oauth(), identity.workspaces(), identity.authentications()).register(routes);
        new LoginRoutes(identity.signIns(), identity.authentications()).register(routes);
        new WorkspaceRoutes(identity.workspaces(), identity.signIns()).register(routes);
    }

    public static Authenticator authenticator(IdentityModule identity) {
        return new TarnAuthenticator(identity.authentications(), identity.signIns());
    }
}
