package dev.tarn.identity.rest;

import com.databricks.sdk.service.oauth2.CreateServicePrincipalSecretRequest;
import com.databricks.sdk.service.oauth2.CreateServicePrincipalSecretResponse;
import com.databricks.sdk.service.oauth2.DeleteServicePrincipalSecretRequest;
import com.databricks.sdk.service.oauth2.ListServicePrincipalSecretsRequest;
import com.databricks.sdk.service.oauth2.ListServicePrincipalSecretsResponse;
import com.databricks.sdk.service.oauth2.SecretInfo;
import com.databricks.sdk.service.oauth2.ServicePrincipalSecretsProxyService;
import com.databricks.sdk.service.oauth2.ServicePrincipalSecretsService;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.identity.ServicePrincipalSecrets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** OAuth secrets of service principals. */
public final class ServicePrincipalSecretsApi
        implements ServicePrincipalSecretsProxyService, ServicePrincipalSecretsService {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(\\.0+)?s");
    private static final String ACTIVE = "ACTIVE";

    private final Caller caller;
    private final ServicePrincipalSecrets secrets;

    public ServicePrincipalSecretsApi(Caller caller, ServicePrincipalSecrets secrets) {
        this.caller = caller;
        this.secrets = secrets;
    }

    @Override
    public CreateServicePrincipalSecretResponse create(CreateServicePrincipalSecretRequest request) {
        ServicePrincipalSecrets.New created =
                secrets.create(caller, request.getServicePrincipalId(), lifetime(request.getLifetime()));
        ServicePrincipalSecrets.Info info = created.info();
        return new CreateServicePrincipalSecretResponse()
                .setId(info.id())
                .setSecret(created.value().reveal())
                .setSecretHash(info.hash())
                .setStatus(ACTIVE)
                .setCreateTime(info.createdAt().toString())
                .setUpdateTime(info.createdAt().toString())
                .setExpireTime(info.expiresAt().toString());
    }

    @Override
    public ListServicePrincipalSecretsResponse list(ListServicePrincipalSecretsRequest request) {
        return new ListServicePrincipalSecretsResponse()
                .setSecrets(secrets.list(caller, request.getServicePrincipalId()).stream()
                        .map(ServicePrincipalSecretsApi::info)
                        .toList());
    }

    @Override
    public void delete(DeleteServicePrincipalSecretRequest request) {
        secrets.delete(caller, request.getServicePrincipalId(), request.getSecretId());
    }

    /** Protobuf's form of a duration: {@code 3600s}. */
    private static Optional<Duration> lifetime(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            throw AppException.invalid("'lifetime' is a number of seconds and 's', such as 3600s.");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))));
    }

    private static SecretInfo info(ServicePrincipalSecrets.Info info) {
        return new SecretInfo()
                .setId(info.id())
                .setSecretHash(info.hash())
                .setStatus(ACTIVE)
                .setCreateTime(info.createdAt().toString())
                .setUpdateTime(info.createdAt().toString())
                .setExpireTime(info.expiresAt().toString());
    }
}
