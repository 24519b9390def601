package dev.tarn.identity.rest;

import com.databricks.sdk.service.settings.CreateOboTokenRequest;
import com.databricks.sdk.service.settings.CreateOboTokenResponse;
import com.databricks.sdk.service.settings.DeleteTokenManagementRequest;
import com.databricks.sdk.service.settings.GetTokenManagementRequest;
import com.databricks.sdk.service.settings.GetTokenPermissionLevelsResponse;
import com.databricks.sdk.service.settings.GetTokenResponse;
import com.databricks.sdk.service.settings.ListTokenManagementRequest;
import com.databricks.sdk.service.settings.ListTokensResponse;
import com.databricks.sdk.service.settings.TokenInfo;
import com.databricks.sdk.service.settings.TokenManagementService;
import com.databricks.sdk.service.settings.TokenPermissions;
import com.databricks.sdk.service.settings.TokenPermissionsRequest;
import com.databricks.sdk.service.settings.UpdateTokenManagementRequest;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.identity.CredentialPermissions;
import dev.tarn.identity.CredentialPermissions.Kind;
import dev.tarn.identity.Token;
import dev.tarn.identity.Tokens;
import java.time.temporal.ChronoUnit;

/** All tokens of the workspace, and who may have some, for its administrators. */
public final class TokenManagementApi implements TokenManagementService {
    private final Caller caller;
    private final Tokens tokens;
    private final CredentialPermissions permissions;

    public TokenManagementApi(Caller caller, Tokens tokens, CredentialPermissions permissions) {
        this.caller = caller;
        this.tokens = tokens;
        this.permissions = permissions;
    }

    @Override
    public CreateOboTokenResponse createOboToken(CreateOboTokenRequest request) {
        if (request.getApplicationId() == null) {
            throw AppException.invalid("'application_id' is missing.");
        }
        Token.New created = tokens.createFor(
                caller,
                request.getApplicationId(),
                TokensApi.comment(request.getComment()),
                TokensApi.lifetime(request.getLifetimeSeconds()));
        return new CreateOboTokenResponse()
                .setTokenInfo(info(created.token()))
                .setTokenValue(created.value().reveal());
    }

    @Override
    public ListTokensResponse list(ListTokenManagementRequest request) {
        String id = request.getCreatedById() == null ? null : String.valueOf(request.getCreatedById());
        String name = request.getCreatedByUsername();
        return new ListTokensResponse()
                .setTokenInfos(tokens.listAll(caller).stream()
                        .filter(token -> id == null || token.createdBy().equals(id))
                        .filter(token -> name == null || token.owner().name().equalsIgnoreCase(name))
                        .map(this::info)
                        .toList());
    }

    @Override
    public GetTokenResponse get(GetTokenManagementRequest request) {
        return new GetTokenResponse().setTokenInfo(info(tokens.get(caller, request.getTokenId())));
    }

    @Override
    public TokenInfo updateTokenManagement(UpdateTokenManagementRequest request) {
        TokenInfo token = request.getToken();
        return info(tokens.describeAny(
                caller, request.getTokenId(), TokensApi.comment(token == null ? null : token.getComment())));
    }

    @Override
    public void delete(DeleteTokenManagementRequest request) {
        tokens.revokeAny(caller, request.getTokenId());
    }

    @Override
    public GetTokenPermissionLevelsResponse getPermissionLevels() {
        return AccessListBodies.levels(permissions.levels(caller), GetTokenPermissionLevelsResponse.class);
    }

    @Override
    public TokenPermissions getPermissions() {
        return answer(permissions.get(caller, Kind.TOKENS));
    }

    @Override
    public TokenPermissions setPermissions(TokenPermissionsRequest request) {
        return answer(permissions.set(caller, Kind.TOKENS, AccessListBodies.changes(request)));
    }

    @Override
    public TokenPermissions updatePermissions(TokenPermissionsRequest request) {
        return answer(permissions.update(caller, Kind.TOKENS, AccessListBodies.changes(request)));
    }

    private static TokenPermissions answer(AccessList list) {
        return AccessListBodies.list(list, Kind.TOKENS.path(), any -> PermissionLevel.CAN_USE, TokenPermissions.class);
    }

    private TokenInfo info(Token token) {
        TokenInfo info = new TokenInfo()
                .setTokenId(token.id())
                .setComment(token.comment())
                .setCreationTime(token.createdAt().toEpochMilli())
                .setExpiryTime(TokensApi.expiry(token))
                .setOwnerId(Long.parseLong(token.owner().id()))
                .setCreatedById(Long.parseLong(token.createdBy()))
                .setWorkspaceId(caller.workspace().value());
        if (token.createdBy().equals(token.owner().id())) {
            info.setCreatedByUsername(token.owner().name());
        }
        token.lastUsedAt()
                .ifPresent(at ->
                        info.setLastUsedDay(at.truncatedTo(ChronoUnit.DAYS).toEpochMilli()));
        return info;
    }
}
