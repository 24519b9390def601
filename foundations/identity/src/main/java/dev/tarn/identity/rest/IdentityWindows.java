package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.AccountGroupsV2Service;
import com.databricks.sdk.service.iam.AccountServicePrincipalsV2Service;
import com.databricks.sdk.service.iam.AccountUsersV2Service;
import com.databricks.sdk.service.iam.CurrentUserService;
import com.databricks.sdk.service.iam.GroupsV2Service;
import com.databricks.sdk.service.iam.ServicePrincipalsV2Service;
import com.databricks.sdk.service.iam.UsersV2Service;
import com.databricks.sdk.service.iam.WorkspaceAssignmentService;
import com.databricks.sdk.service.oauth2.ServicePrincipalSecretsProxyService;
import com.databricks.sdk.service.oauth2.ServicePrincipalSecretsService;
import com.databricks.sdk.service.provisioning.WorkspacesService;
import com.databricks.sdk.service.settings.TokenManagementService;
import com.databricks.sdk.service.settings.TokensService;
import dev.tarn.contract.Contract;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Routes;
import dev.tarn.identity.Accounts;
import dev.tarn.identity.IdentityModule;
import dev.tarn.identity.Principals;

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
                UsersV2Service.class,
                caller -> new UsersApi(caller, identity.principals(), identity.credentialPermissions()),
                UsersApi.class,
                SCIM);
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
                caller -> new TokenManagementApi(caller, identity.tokens(), identity.credentialPermissions()),
                TokenManagementApi.class);
        contract.serve(
                ServicePrincipalSecretsProxyService.class,
                caller -> new ServicePrincipalSecretsApi(caller, identity.secrets()),
                ServicePrincipalSecretsApi.class);
        serveAccount(identity, contract);
    }

    /** The account's own services, which lead to the same principals. */
    private static void serveAccount(IdentityModule identity, Contract contract) {
        Accounts accounts = identity.accounts();
        Principals principals = identity.principals();
        contract.accounts(accounts::enter);
        contract.serve(
                AccountUsersV2Service.class,
                caller -> new AccountUsersApi(caller, principals, accounts.id(caller)),
                AccountUsersApi.class,
                SCIM);
        contract.serve(
                AccountGroupsV2Service.class,
                caller -> new AccountGroupsApi(caller, principals, accounts.id(caller)),
                AccountGroupsApi.class,
                SCIM);
        contract.serve(
                AccountServicePrincipalsV2Service.class,
                caller -> new AccountServicePrincipalsApi(caller, principals, accounts.id(caller)),
                AccountServicePrincipalsApi.class,
                SCIM);
        contract.serve(
                ServicePrincipalSecretsService.class,
                caller -> new ServicePrincipalSecretsApi(caller, identity.secrets()),
                ServicePrincipalSecretsApi.class);
        contract.serve(
                WorkspacesService.class,
                caller -> new AccountWorkspacesApi(caller, identity.workspaces()),
                AccountWorkspacesApi.class);
        contract.serve(
                WorkspaceAssignmentService.class,
                caller -> new WorkspaceAssignmentApi(caller, identity.workspaceRoles()),
                WorkspaceAssignmentApi.class);
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
