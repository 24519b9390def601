package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Git hosts over https: who gets which credential, and where a call may lead. */
class HttpsTest extends GitFixture {
    private final SSLSocketFactory machines = HttpsURLConnection.getDefaultSSLSocketFactory();
    private HttpsHost host;
    private HttpsHost other;

    @Override
    DatabaseConfig store(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("https.db"));
    }

    @Override
    List<String> hosts() {
        return List.of("github.com", "localhost:" + host.port());
    }

    @BeforeAll
    @Override
    void open() {
        try {
            SSLContext context = HttpsHost.certificate(folder);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
            host = new HttpsHost(context);
            other = new HttpsHost(context);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        super.open();
    }

    @AfterAll
    @Override
    void close() {
        super.close();
        HttpsURLConnection.setDefaultSSLSocketFactory(machines);
        host.close();
        other.close();
    }

    @BeforeEach
    void serve() {
        host.serve(upstream.repository());
        other.serve(upstream.repository());
        upstream.repository().getConfig().setBoolean("http", null, "receivepack", true);
    }

    @Test
    void aCredentialOpensTheRepositoryAndTakesCommits() {
        says(fails("GIT_REMOTE_ERROR", this::create), "git credential");
        credential("gitHubEnterprise", "wrong-token");
        says(fails("GIT_REMOTE_ERROR", this::create), "git credential");
        credential("gitHubEnterprise", "right-token");
        long id = create();
        assertEquals(NOTEBOOK, text("etl"));
        write("a.txt", "over https");
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertEquals("over https", upstream.text("main", "a.txt"));
        assertTrue(host.seen.stream().noneMatch(line -> line.contains("null /") && line.contains("receive-pack/")));
    }

    @Test
    void aCredentialOfAnotherProviderIsNotSent() {
        credential("gitHub", "right-token");
        fails("GIT_REMOTE_ERROR", this::create);
        long id = ada.gitCredentials()
                .create(new CreateCredentialsRequest().setGitProvider("gitHub").setPersonalAccessToken("right-token"))
                .getCredentialId();
        says(
                fails(
                        "INVALID_PARAMETER_VALUE",
                        () -> ada.repos()
                                .create(new CreateRepoRequest()
                                        .setUrl(host.url())
                                        .setProvider("gitHubEnterprise")
                                        .setPath(HOME + "/project")
                                        .setGitCredentialId(id))),
                "localhost");
        assertTrue(host.seen.stream().allMatch(line -> line.startsWith("null ")), host.seen.toString());
    }

    @Test
    void aRedirectToAnotherPlaceEndsTheCall() {
        credential("gitHubEnterprise", "right-token");
        for (String place : List.of(
                "https://localhost:" + other.port(),
                "http://localhost:" + host.port(),
                "https://127.0.0.1:" + host.port())) {
            host.redirectTo(place);
            fails("GIT_REMOTE_ERROR", this::create);
        }
        assertEquals(List.of(), other.seen);
        assertFalse(host.seen.isEmpty());
    }

    private long create() {
        return ada.repos()
                .create(new CreateRepoRequest()
                        .setUrl(host.url())
                        .setProvider("gitHubEnterprise")
                        .setPath(HOME + "/project"))
                .getId();
    }

    private void credential(String provider, String secret) {
        ada.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider(provider)
                        .setPersonalAccessToken(secret)
                        .setGitUsername("ada")
                        .setIsDefaultForProvider(true));
    }
}
