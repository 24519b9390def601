package dev.tarn.secrets.rest;

import com.databricks.sdk.service.workspace.AclItem;
import com.databricks.sdk.service.workspace.AclPermission;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.DeleteAcl;
import com.databricks.sdk.service.workspace.DeleteScope;
import com.databricks.sdk.service.workspace.DeleteSecret;
import com.databricks.sdk.service.workspace.GetAclRequest;
import com.databricks.sdk.service.workspace.GetSecretRequest;
import com.databricks.sdk.service.workspace.GetSecretResponse;
import com.databricks.sdk.service.workspace.ListAclsRequest;
import com.databricks.sdk.service.workspace.ListAclsResponse;
import com.databricks.sdk.service.workspace.ListScopesResponse;
import com.databricks.sdk.service.workspace.ListSecretsRequest;
import com.databricks.sdk.service.workspace.ListSecretsResponse;
import com.databricks.sdk.service.workspace.PutAcl;
import com.databricks.sdk.service.workspace.PutSecret;
import com.databricks.sdk.service.workspace.ScopeBackendType;
import com.databricks.sdk.service.workspace.SecretMetadata;
import com.databricks.sdk.service.workspace.SecretScope;
import com.databricks.sdk.service.workspace.SecretsService;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.secrets.ScopeAcl;
import dev.tarn.secrets.ScopePermission;
import dev.tarn.secrets.SecretsModule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Secrets API. */
public final class SecretsApi implements SecretsService {
    private final Caller caller;
    private final SecretsModule room;

    SecretsApi(Caller caller, SecretsModule room) {
        this.caller = caller;
        this.room = room;
    }

    @Override
    public void createScope(CreateScope request) {
        if (request.getScopeBackendType() == ScopeBackendType.AZURE_KEYVAULT
                || request.getBackendAzureKeyvault() != null) {
            throw AppException.invalid(
                    "Scopes in an Azure Key Vault are not supported. Leave 'scope_backend_type' out, or send DATABRICKS.");
        }
        String manager = request.getInitialManagePrincipal();
        room.scopes()
                .create(
                        caller,
                        text(request.getScope(), "scope"),
                        manager == null || manager.isEmpty() ? Optional.empty() : Optional.of(manager));
    }

    @Override
    public void deleteScope(DeleteScope request) {
        room.scopes().delete(caller, text(request.getScope(), "scope"));
    }

    @Override
    public ListScopesResponse listScopes() {
        return new ListScopesResponse()
                .setScopes(room.scopes().list(caller).stream()
                        .map(scope ->
                                new SecretScope().setName(scope.name()).setBackendType(ScopeBackendType.DATABRICKS))
                        .toList());
    }

    @Override
    public void putSecret(PutSecret request) {
        room.secrets().put(caller, text(request.getScope(), "scope"), text(request.getKey(), "key"), value(request));
    }

    @Override
    public GetSecretResponse getSecret(GetSecretRequest request) {
        String key = text(request.getKey(), "key");
        byte[] value = room.secrets().get(caller, text(request.getScope(), "scope"), key);
        return new GetSecretResponse().setKey(key).setValue(Base64.getEncoder().encodeToString(value));
    }

    @Override
    public ListSecretsResponse listSecrets(ListSecretsRequest request) {
        return new ListSecretsResponse()
                .setSecrets(room.secrets().list(caller, text(request.getScope(), "scope")).stream()
                        .map(entry -> new SecretMetadata()
                                .setKey(entry.key())
                                .setLastUpdatedTimestamp(entry.updatedAt().toEpochMilli()))
                        .toList());
    }

    @Override
    public void deleteSecret(DeleteSecret request) {
        room.secrets().delete(caller, text(request.getScope(), "scope"), text(request.getKey(), "key"));
    }

    @Override
    public void putAcl(PutAcl request) {
        AclPermission permission = request.getPermission();
        if (permission == null) {
            throw AppException.invalid("'permission' is missing: send READ, WRITE or MANAGE.");
        }
        room.scopes()
                .putAcl(
                        caller,
                        text(request.getScope(), "scope"),
                        text(request.getPrincipal(), "principal"),
                        ScopePermission.valueOf(permission.name()));
    }

    @Override
    public AclItem getAcl(GetAclRequest request) {
        return item(room.scopes()
                .acl(caller, text(request.getScope(), "scope"), text(request.getPrincipal(), "principal")));
    }

    @Override
    public ListAclsResponse listAcls(ListAclsRequest request) {
        return new ListAclsResponse()
                .setItems(room.scopes().acls(caller, text(request.getScope(), "scope")).stream()
                        .map(SecretsApi::item)
                        .toList());
    }

    @Override
    public void deleteAcl(DeleteAcl request) {
        room.scopes().deleteAcl(caller, text(request.getScope(), "scope"), text(request.getPrincipal(), "principal"));
    }

    private static AclItem item(ScopeAcl acl) {
        return new AclItem()
                .setPrincipal(acl.principal())
                .setPermission(AclPermission.valueOf(acl.permission().name()));
    }

    /** Exactly one of the two forms; an empty text is a value. */
    private static byte[] value(PutSecret request) {
        String string = request.getStringValue();
        String bytes = request.getBytesValue();
        if ((string == null) == (bytes == null)) {
            throw new AppException(
                    ErrorKind.INVALID_ARGUMENT,
                    "MALFORMED_REQUEST",
                    "Send the value as exactly one of 'string_value' and 'bytes_value'.");
        }
        if (string != null) {
            return string.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(String.valueOf(bytes));
        } catch (IllegalArgumentException e) {
            throw AppException.invalid("'bytes_value' is not Base64.");
        }
    }

    private static String text(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw AppException.invalid("'" + field + "' is missing.");
        }
        return value;
    }
}
