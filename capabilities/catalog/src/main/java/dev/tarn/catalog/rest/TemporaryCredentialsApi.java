package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.AwsCredentials;
import com.databricks.sdk.service.catalog.GenerateTemporaryPathCredentialRequest;
import com.databricks.sdk.service.catalog.GenerateTemporaryPathCredentialResponse;
import com.databricks.sdk.service.catalog.GenerateTemporaryTableCredentialRequest;
import com.databricks.sdk.service.catalog.GenerateTemporaryTableCredentialResponse;
import com.databricks.sdk.service.catalog.GenerateTemporaryVolumeCredentialRequest;
import com.databricks.sdk.service.catalog.GenerateTemporaryVolumeCredentialResponse;
import com.databricks.sdk.service.catalog.PathOperation;
import com.databricks.sdk.service.catalog.TableOperation;
import com.databricks.sdk.service.catalog.TemporaryPathCredentialsService;
import com.databricks.sdk.service.catalog.TemporaryTableCredentialsService;
import com.databricks.sdk.service.catalog.TemporaryVolumeCredentialsService;
import com.databricks.sdk.service.catalog.VolumeOperation;
import dev.tarn.catalog.FileCredentials.Keys;
import dev.tarn.catalog.FileCredentials.Vended;
import dev.tarn.catalog.ManagedStorage;
import dev.tarn.catalog.TemporaryCredentials;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unity Catalog's REST API for credentials of tables, volumes and paths. For this machine's own disk the keys are the word
 * {@code local}: clients such as delta-rs want some keys even for a {@code file:} URL, and no file opens by them.
 */
public final class TemporaryCredentialsApi
        implements TemporaryTableCredentialsService,
                TemporaryVolumeCredentialsService,
                TemporaryPathCredentialsService {
    private static final String NONE = "local";

    private final Caller caller;
    private final TemporaryCredentials credentials;

    public TemporaryCredentialsApi(Caller caller, TemporaryCredentials credentials) {
        this.caller = caller;
        this.credentials = credentials;
    }

    @Override
    public GenerateTemporaryTableCredentialResponse generateTemporaryTableCredentials(
            GenerateTemporaryTableCredentialRequest request) {
        TableOperation operation = given(request.getOperation(), "operation");
        Vended vended = credentials.ofTable(
                caller, given(request.getTableId(), "table_id"), operation == TableOperation.READ_WRITE);
        return new GenerateTemporaryTableCredentialResponse()
                .setUrl(vended.url())
                .setExpirationTime(vended.expiresAt().toEpochMilli())
                .setAwsTempCredentials(aws(vended));
    }

    @Override
    public GenerateTemporaryVolumeCredentialResponse generateTemporaryVolumeCredentials(
            GenerateTemporaryVolumeCredentialRequest request) {
        VolumeOperation operation = given(request.getOperation(), "operation");
        Vended vended = credentials.ofVolume(
                caller, given(request.getVolumeId(), "volume_id"), operation == VolumeOperation.WRITE_VOLUME);
        return new GenerateTemporaryVolumeCredentialResponse()
                .setUrl(vended.url())
                .setExpirationTime(vended.expiresAt().toEpochMilli())
                .setAwsTempCredentials(aws(vended));
    }

    @Override
    public GenerateTemporaryPathCredentialResponse generateTemporaryPathCredentials(
            GenerateTemporaryPathCredentialRequest request) {
        PathOperation operation = given(request.getOperation(), "operation");
        ManagedStorage.Use use = switch (operation) {
            case PATH_READ -> ManagedStorage.Use.READ_FILES;
            case PATH_READ_WRITE -> ManagedStorage.Use.WRITE_FILES;
            case PATH_CREATE_TABLE -> ManagedStorage.Use.TABLE;
        };
        Optional<Vended> vended = credentials.ofPath(
                caller, given(request.getUrl(), "url"), use, Boolean.TRUE.equals(request.getDryRun()));
        GenerateTemporaryPathCredentialResponse answer = new GenerateTemporaryPathCredentialResponse();
        vended.ifPresent(keys -> answer.setUrl(keys.url())
                .setExpirationTime(keys.expiresAt().toEpochMilli())
                .setAwsTempCredentials(aws(keys)));
        return answer;
    }

    private static AwsCredentials aws(Vended vended) {
        Optional<Keys> keys = vended.keys();
        return new AwsCredentials()
                .setAccessKeyId(keys.map(Keys::accessKeyId).orElse(NONE))
                .setSecretAccessKey(keys.map(Keys::secretAccessKey).orElse(NONE))
                .setSessionToken(keys.map(Keys::sessionToken).orElse(NONE))
                .setAccessPoint(keys.flatMap(Keys::endpoint).orElse(null));
    }

    private static <T> T given(@Nullable T value, String field) {
        return Optional.ofNullable(value).orElseThrow(() -> AppException.invalid("'%s' is missing.".formatted(field)));
    }
}
