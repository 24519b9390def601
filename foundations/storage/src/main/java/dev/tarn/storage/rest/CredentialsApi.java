package dev.tarn.storage.rest;

import com.databricks.sdk.service.catalog.CreateCredentialRequest;
import com.databricks.sdk.service.catalog.CredentialInfo;
import com.databricks.sdk.service.catalog.CredentialPurpose;
import com.databricks.sdk.service.catalog.CredentialValidationResult;
import com.databricks.sdk.service.catalog.CredentialsService;
import com.databricks.sdk.service.catalog.DeleteCredentialRequest;
import com.databricks.sdk.service.catalog.GenerateTemporaryServiceCredentialRequest;
import com.databricks.sdk.service.catalog.GetCredentialRequest;
import com.databricks.sdk.service.catalog.ListCredentialsRequest;
import com.databricks.sdk.service.catalog.ListCredentialsResponse;
import com.databricks.sdk.service.catalog.TemporaryCredentials;
import com.databricks.sdk.service.catalog.UpdateCredentialRequest;
import com.databricks.sdk.service.catalog.ValidateCredentialRequest;
import com.databricks.sdk.service.catalog.ValidateCredentialResponse;
import com.databricks.sdk.service.catalog.ValidateCredentialResult;
import com.databricks.sdk.service.catalog.ValidateStorageCredential;
import dev.tarn.contract.NotServed;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.storage.ExternalLocations;
import dev.tarn.storage.Owned;
import dev.tarn.storage.StorageCredential;
import dev.tarn.storage.StorageCredentials;
import dev.tarn.storage.StorageErrors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unity Catalog's newer REST API for credentials: the same objects as storage credentials. Credentials of purpose SERVICE belong to
 * clouds that this server does not call, and are refused.
 */
public final class CredentialsApi implements CredentialsService {
    private final Caller caller;
    private final StorageCredentials credentials;
    private final ExternalLocations locations;

    public CredentialsApi(Caller caller, StorageCredentials credentials, ExternalLocations locations) {
        this.caller = caller;
        this.credentials = credentials;
        this.locations = locations;
    }

    @Override
    public CredentialInfo createCredential(CreateCredentialRequest request) {
        requireStorage(request.getPurpose());
        if (request.getAwsIamRole() != null
                || request.getAzureManagedIdentity() != null
                || request.getAzureServicePrincipal() != null
                || request.getDatabricksGcpServiceAccount() != null) {
            throw StorageErrors.noCloudRoles();
        }
        return info(credentials.create(
                caller,
                Optional.ofNullable(request.getName()).orElse(""),
                Answers.given(request.getComment()),
                Boolean.TRUE.equals(request.getReadOnly())));
    }

    @Override
    public CredentialInfo getCredential(GetCredentialRequest request) {
        return info(credentials.get(caller, request.getNameArg()));
    }

    @Override
    public ListCredentialsResponse listCredentials(ListCredentialsRequest request) {
        if (request.getPurpose() == CredentialPurpose.SERVICE) {
            return new ListCredentialsResponse().setCredentials(List.of());
        }
        Page<Owned<StorageCredential>> page =
                credentials.list(caller, PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListCredentialsResponse()
                .setCredentials(page.items().stream().map(CredentialsApi::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public CredentialInfo updateCredential(UpdateCredentialRequest request) {
        if (request.getAwsIamRole() != null
                || request.getAzureManagedIdentity() != null
                || request.getAzureServicePrincipal() != null
                || request.getDatabricksGcpServiceAccount() != null) {
            throw StorageErrors.noCloudRoles();
        }
        return info(credentials.update(
                caller,
                request.getNameArg(),
                new StorageCredentials.Change(
                        Answers.given(request.getNewName()),
                        Optional.ofNullable(request.getComment()),
                        Optional.ofNullable(request.getReadOnly()),
                        Answers.given(request.getOwner()),
                        Answers.isolated(request.getIsolationMode()),
                        Optional.empty())));
    }

    @Override
    public void deleteCredential(DeleteCredentialRequest request) {
        credentials.delete(caller, request.getNameArg(), Boolean.TRUE.equals(request.getForce()));
    }

    @Override
    public ValidateCredentialResponse validateCredential(ValidateCredentialRequest request) {
        requireStorage(request.getPurpose());
        var tried = new StorageCredentialsApi(caller, credentials, locations)
                .validate(new ValidateStorageCredential()
                        .setExternalLocationName(request.getExternalLocationName())
                        .setStorageCredentialName(request.getCredentialName())
                        .setUrl(request.getUrl())
                        .setReadOnly(request.getReadOnly()));
        return new ValidateCredentialResponse()
                .setIsDir(tried.getIsDir())
                .setResults(tried.getResults().stream()
                        .map(result -> new CredentialValidationResult()
                                .setResult(ValidateCredentialResult.valueOf(
                                        result.getResult().name()))
                                .setMessage(result.getOperation().name()))
                        .toList());
    }

    @Override
    @NotServed
    public TemporaryCredentials generateTemporaryServiceCredential(GenerateTemporaryServiceCredentialRequest request) {
        throw new UnsupportedOperationException();
    }

    private static void requireStorage(@Nullable CredentialPurpose purpose) {
        if (purpose == CredentialPurpose.SERVICE) {
            throw AppException.invalid(
                    "Credentials of purpose SERVICE are for clouds that this server does not call: send purpose STORAGE.");
        }
    }

    private static CredentialInfo info(Owned<StorageCredential> owned) {
        StorageCredential credential = owned.value();
        return new CredentialInfo()
                .setId(credential.id())
                .setName(credential.name())
                .setFullName(credential.name())
                .setPurpose(CredentialPurpose.STORAGE)
                .setComment(credential.comment().orElse(null))
                .setReadOnly(credential.readOnly())
                .setIsolationMode(Answers.mode(owned.isolated()))
                .setUsedForManagedStorage(false)
                .setMetastoreId(credential.metastore())
                .setOwner(owned.owner())
                .setCreatedAt(credential.stamp().createdAt().toEpochMilli())
                .setCreatedBy(credential.stamp().createdBy())
                .setUpdatedAt(credential.stamp().updatedAt().toEpochMilli())
                .setUpdatedBy(credential.stamp().updatedBy());
    }
}
