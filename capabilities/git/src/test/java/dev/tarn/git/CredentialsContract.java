package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateCredentialsResponse;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CredentialInfo;
import com.databricks.sdk.service.workspace.DeleteCredentialsRequest;
import com.databricks.sdk.service.workspace.GetCredentialsRequest;
import com.databricks.sdk.service.workspace.ListCredentialsRequest;
import com.databricks.sdk.service.workspace.UpdateCredentialsRequest;
import dev.tarn.core.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** People's tokens at git hosts, through the official SDK, whatever the store. */
abstract class CredentialsContract extends GitFixture {
    private static final String TOKEN = "ghp_topsecret0123456789";

    @Test
    void aTokenIsKeptSealedAndNeverShown() {
        CreateCredentialsResponse made = add("gitHub", null);
        assertEquals("gitHub", made.getGitProvider());
        assertEquals("ada", made.getGitUsername());
        var found = ada.gitCredentials().get(new GetCredentialsRequest().setCredentialId(made.getCredentialId()));
        assertEquals("work", found.getName());
        assertFalse(Json.write(Map.of("answer", found.toString())).contains(TOKEN));
        assertFalse(made.toString().contains(TOKEN));
        String stored = stored(made.getCredentialId());
        assertFalse(stored.contains(TOKEN));
        room.box.rotate();
        assertNotEquals(stored, stored(made.getCredentialId()));
    }

    @Test
    void everybodyHasTheirOwnAlone() {
        long id = add("gitHub", null).getCredentialId();
        for (var other : List.of(bob, admin)) {
            assertEquals(0, count(other.gitCredentials().list(new ListCredentialsRequest())));
            fails(
                    "RESOURCE_DOES_NOT_EXIST",
                    () -> other.gitCredentials().get(new GetCredentialsRequest().setCredentialId(id)));
            fails(
                    "RESOURCE_DOES_NOT_EXIST",
                    () -> other.gitCredentials()
                            .update(new UpdateCredentialsRequest()
                                    .setCredentialId(id)
                                    .setGitProvider("gitHub")));
            fails(
                    "RESOURCE_DOES_NOT_EXIST",
                    () -> other.gitCredentials().delete(new DeleteCredentialsRequest().setCredentialId(id)));
            fails(
                    "RESOURCE_DOES_NOT_EXIST",
                    () -> other.repos()
                            .create(new CreateRepoRequest()
                                    .setUrl("https://github.com/x/y")
                                    .setProvider("gitHub")
                                    .setPath("/Shared/y")
                                    .setGitCredentialId(id)));
        }
        fails(
                "PERMISSION_DENIED",
                () -> admin.gitCredentials()
                        .list(new ListCredentialsRequest().setPrincipalId(1L))
                        .iterator()
                        .next());
    }

    @Test
    void eachProviderHasOneDefault() {
        long first = add("gitHub", null).getCredentialId();
        long second = add("gitHub", false).getCredentialId();
        long other = add("GITLAB", null).getCredentialId();
        assertEquals(List.of(first, other), defaults());
        ada.gitCredentials()
                .update(new UpdateCredentialsRequest()
                        .setCredentialId(second)
                        .setGitProvider("gitHub")
                        .setIsDefaultForProvider(true));
        assertEquals(List.of(second, other), defaults());
        ada.gitCredentials().delete(new DeleteCredentialsRequest().setCredentialId(first));
        assertEquals(2, count(ada.gitCredentials().list(new ListCredentialsRequest())));
    }

    @Test
    void whatIsNoCredentialIsRefused() {
        fails("INVALID_PARAMETER_VALUE", () -> add("sourceforge", null));
        fails(
                "INVALID_PARAMETER_VALUE",
                () -> ada.gitCredentials().create(new CreateCredentialsRequest().setGitProvider("gitHub")));
        fails(
                "INVALID_PARAMETER_VALUE",
                () -> ada.gitCredentials()
                        .create(new CreateCredentialsRequest()
                                .setGitProvider("gitHub")
                                .setPersonalAccessToken("a\r\nb")));
        long id = add("gitHub", null).getCredentialId();
        says(
                fails(
                        "INVALID_PARAMETER_VALUE",
                        () -> ada.gitCredentials()
                                .update(new UpdateCredentialsRequest()
                                        .setCredentialId(id)
                                        .setGitProvider("gitLab"))),
                "personal_access_token");
        ada.gitCredentials()
                .update(new UpdateCredentialsRequest()
                        .setCredentialId(id)
                        .setGitProvider("gitLab")
                        .setPersonalAccessToken("glpat"));
        assertTrue(defaults().contains(id));
    }

    private CreateCredentialsResponse add(String provider, Boolean isDefault) {
        return ada.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider(provider)
                        .setPersonalAccessToken(TOKEN)
                        .setName("work")
                        .setGitUsername("ada")
                        .setGitEmail("ada@host.test")
                        .setIsDefaultForProvider(isDefault));
    }

    private List<Long> defaults() {
        return StreamSupport.stream(
                        ada.gitCredentials().list(new ListCredentialsRequest()).spliterator(), false)
                .filter(CredentialInfo::getIsDefaultForProvider)
                .map(CredentialInfo::getCredentialId)
                .toList();
    }

    private static long count(Iterable<?> all) {
        return StreamSupport.stream(all.spliterator(), false).count();
    }

    private String stored(long id) {
        return room.db.read(tx -> tx.find(
                        "SELECT sealed FROM git_credential WHERE id = :id", Map.of("id", id), row -> row.text("sealed"))
                .orElseThrow());
    }
}
