package dev.tarn.app;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.settings.CreateOboTokenRequest;
import dev.tarn.core.Configuration;
import dev.tarn.testkit.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A whole server, one for all tests of this JVM, with its administrator and somebody who has no rights. */
final class ServerUnderTest {
    static final App APP;
    static final String ADMIN_TOKEN;
    static final String STRANGER_TOKEN;
    static final Probe PROBE;

    static {
        try {
            Path folder = Files.createTempDirectory("tarn-app-test-");
            Path token = folder.resolve("admin.token");
            APP = App.start(Configuration.read(
                    Optional.empty(),
                    Map.of("tarn.data", folder.toString(), "tarn.port", "0", "tarn.admin-token-file", token.toString()),
                    TarnConfig.class));
            PROBE = Probe.of(APP.url());
            Runtime.getRuntime().addShutdownHook(new Thread(APP::close));
            ADMIN_TOKEN = Files.readString(token).strip();
            WorkspaceClient admin = admin();
            ServicePrincipal stranger =
                    admin.servicePrincipals().create(new ServicePrincipal().setDisplayName("stranger"));
            STRANGER_TOKEN = admin.tokenManagement()
                    .createOboToken(new CreateOboTokenRequest()
                            .setApplicationId(stranger.getApplicationId())
                            .setLifetimeSeconds(3600L))
                    .getTokenValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerUnderTest() {}

    static WorkspaceClient admin() {
        return new WorkspaceClient(
                new DatabricksConfig().setHost(APP.url()).setToken(ADMIN_TOKEN).setAuthType("pat"));
    }

    static HttpResponse<String> send(String method, String path, String body, Optional<String> token) {
        return PROBE.send(method, path, body, token);
    }
}
