package dev.tarn.storage.rest;

import com.databricks.sdk.service.catalog.CloudflareApiToken;
import com.databricks.sdk.service.catalog.CreateStorageCredential;
import com.databricks.sdk.service.catalog.DeleteStorageCredentialRequest;
import com.databricks.sdk.service.catalog.GetStorageCredentialRequest;
import com.databricks.sdk.service.catalog.ListStorageCredentialsRequest;
import com.databricks.sdk.service.catalog.ListStorageCredentialsResponse;
import com.databricks.sdk.service.catalog.StorageCredentialInfo;
import com.databricks.sdk.service.catalog.StorageCredentialsService;
import com.databricks.sdk.service.catalog.UpdateStorageCredential;
import com.databricks.sdk.service.catalog.ValidateStorageCredential;
import com.databricks.sdk.service.catalog.ValidateStorageCredentialResponse;
import com.databricks.sdk.service.catalog.ValidationResult;
import com.databricks.sdk.service.catalog.ValidationResultOperation;
import com.databricks.sdk.service.catalog.ValidationResultResult;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Secret;
import dev.tarn.storage.ExternalLocation;
import dev.tarn.storage.ExternalLocations;
import dev.tarn.storage.Owned;
import dev.tarn.storage.S3Account;
import dev.tarn.storage.StorageCredential;
import dev.tarn.storage.StorageCredentials;
import dev.tarn.storage.StorageErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unity Catalog's REST API for storage credentials. Keys of any S3-compatible store come as {@code cloudflare_api_token}, whose
 * {@code account_id} is the store's endpoint; a credential without a cloud's fields is for this machine's disk.
 */
public final class StorageCredentialsApi implements StorageCredentialsService {
    private final Caller caller;
    private final StorageCredentials credentials;
    private final ExternalLocations locations;

    public StorageCredentialsApi(Caller caller, StorageCredentials credentials, ExternalLocations locations) {
        this.caller = caller;
        this.credentials = credentials;
        this.locations = locations;
    }

    @Override
    public StorageCredentialInfo create(CreateStorageCredential request) {
        refuseClouds(
                request.getAwsIamRole(),
                request.getAzureManagedIdentity(),
                request.getAzureServicePrincipal(),
                request.getDatabricksGcpServiceAccount());
        return info(credentials.create(
                caller,
                Optional.ofNullable(request.getName()).orElse(""),
                Answers.given(request.getComment()),
                Boolean.TRUE.equals(request.getReadOnly()),
                keys(request.getCloudflareApiToken())));
    }

    @Override
    public StorageCredentialInfo get(GetStorageCredentialRequest request) {
        return info(credentials.get(caller, request.getName()));
    }

    @Override
    public ListStorageCredentialsResponse list(ListStorageCredentialsRequest request) {
        Page<Owned<StorageCredential>> page =
                credentials.list(caller, PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListStorageCredentialsResponse()
                .setStorageCredentials(
                        page.items().stream().map(StorageCredentialsApi::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public StorageCredentialInfo update(UpdateStorageCredential request) {
        refuseClouds(
                request.getAwsIamRole(),
                request.getAzureManagedIdentity(),
                request.getAzureServicePrincipal(),
                request.getDatabricksGcpServiceAccount());
        return info(credentials.update(
                caller,
                request.getName(),
                new StorageCredentials.Change(
                        Answers.given(request.getNewName()),
                        Optional.ofNullable(request.getComment()),
                        Optional.ofNullable(request.getReadOnly()),
                        Answers.given(request.getOwner()),
                        Answers.isolated(request.getIsolationMode()),
                        keys(request.getCloudflareApiToken()))));
    }

    @Override
    public void delete(DeleteStorageCredentialRequest request) {
        credentials.delete(caller, request.getName(), Boolean.TRUE.equals(request.getForce()));
    }

    /** Tries a location that exists; places without one are nobody's business. */
    @Override
    public ValidateStorageCredentialResponse validate(ValidateStorageCredential request) {
        String name = Answers.given(request.getExternalLocationName())
                .orElseThrow(() -> AppException.invalid("Send 'external_location_name': only locations are tried."));
        ExternalLocation location = locations.get(caller, name).value();
        boolean write = !location.readOnly() && !Boolean.TRUE.equals(request.getReadOnly());
        if (!location.path().isLocal()) {
            return validateObjects(name, write);
        }
        Path place = location.path().local();
        boolean directory = Files.isDirectory(place);
        List<ValidationResult> results = Stream.of(
                        result(ValidationResultOperation.PATH_EXISTS, directory),
                        result(ValidationResultOperation.LIST, directory && Files.isExecutable(place)),
                        result(ValidationResultOperation.READ, Files.isReadable(place)),
                        write
                                ? result(ValidationResultOperation.WRITE, Files.isWritable(place))
                                : skipped(ValidationResultOperation.WRITE),
                        write
                                ? result(ValidationResultOperation.DELETE, Files.isWritable(place))
                                : skipped(ValidationResultOperation.DELETE))
                .toList();
        return new ValidateStorageCredentialResponse().setIsDir(directory).setResults(results);
    }

    private ValidateStorageCredentialResponse validateObjects(String name, boolean write) {
        Optional<String> problem = locations.problem(caller, name, write);
        ValidationResult all = result(ValidationResultOperation.LIST, problem.isEmpty());
        problem.ifPresent(all::setMessage);
        List<ValidationResult> results = Stream.of(
                        all,
                        write
                                ? result(ValidationResultOperation.WRITE, problem.isEmpty())
                                : skipped(ValidationResultOperation.WRITE),
                        write
                                ? result(ValidationResultOperation.DELETE, problem.isEmpty())
                                : skipped(ValidationResultOperation.DELETE))
                .toList();
        return new ValidateStorageCredentialResponse()
                .setIsDir(problem.isEmpty())
                .setResults(results);
    }

    private static ValidationResult result(ValidationResultOperation operation, boolean passed) {
        return new ValidationResult()
                .setOperation(operation)
                .setResult(passed ? ValidationResultResult.PASS : ValidationResultResult.FAIL);
    }

    private static ValidationResult skipped(ValidationResultOperation operation) {
        return new ValidationResult().setOperation(operation).setResult(ValidationResultResult.SKIP);
    }

    private static Optional<StorageCredentials.Keys> keys(@Nullable CloudflareApiToken token) {
        return Optional.ofNullable(token)
                .map(given -> new StorageCredentials.Keys(
                        new S3Account(
                                Optional.ofNullable(given.getAccessKeyId()).orElse(""),
                                Optional.ofNullable(given.getAccountId()).orElse("")),
                        new Secret(Answers.given(given.getSecretAccessKey())
                                .orElseThrow(() -> AppException.invalid("'secret_access_key' is missing.")))));
    }

    private static void refuseClouds(@Nullable Object... clouds) {
        for (Object cloud : clouds) {
            if (cloud != null) {
                throw StorageErrors.noCloudRoles();
            }
        }
    }

    private static StorageCredentialInfo info(Owned<StorageCredential> owned) {
        StorageCredential credential = owned.value();
        return new StorageCredentialInfo()
                .setId(credential.id())
                .setName(credential.name())
                .setFullName(credential.name())
                .setComment(credential.comment().orElse(null))
                .setCloudflareApiToken(credential
                        .s3()
                        .map(keys -> new CloudflareApiToken()
                                .setAccessKeyId(keys.accessKeyId())
                                .setAccountId(keys.account()))
                        .orElse(null))
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
