package dev.tarn.git.rest;

import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateCredentialsResponse;
import com.databricks.sdk.service.workspace.CredentialInfo;
import com.databricks.sdk.service.workspace.DeleteCredentialsRequest;
import com.databricks.sdk.service.workspace.GetCredentialsRequest;
import com.databricks.sdk.service.workspace.GetCredentialsResponse;
import com.databricks.sdk.service.workspace.GitCredentialsService;
import com.databricks.sdk.service.workspace.ListCredentialsRequest;
import com.databricks.sdk.service.workspace.ListCredentialsResponse;
import com.databricks.sdk.service.workspace.UpdateCredentialsRequest;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Secret;
import dev.tarn.git.GitCredential;
import dev.tarn.git.GitCredentials;
import dev.tarn.git.GitCredentials.Wanted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Git credentials API. No answer has a token in it. */
public final class GitCredentialsApi implements GitCredentialsService {
    private final Caller caller;
    private final GitCredentials credentials;

    GitCredentialsApi(Caller caller, GitCredentials credentials) {
        this.caller = caller;
        this.credentials = credentials;
    }

    @Override
    public CreateCredentialsResponse create(CreateCredentialsRequest request) {
        credentials.requireOwn(caller, Optional.ofNullable(request.getPrincipalId()));
        GitCredential made = credentials.create(
                caller,
                new Wanted(
                        text(request.getGitProvider()),
                        text(request.getPersonalAccessToken()).map(Secret::new),
                        text(request.getName()),
                        text(request.getGitUsername()),
                        text(request.getGitEmail()),
                        Optional.ofNullable(request.getIsDefaultForProvider())));
        return new CreateCredentialsResponse()
                .setCredentialId(made.id())
                .setGitProvider(made.provider().wireName())
                .setName(made.name().orElse(null))
                .setGitUsername(made.username().orElse(null))
                .setGitEmail(made.email().orElse(null))
                .setIsDefaultForProvider(made.isDefault());
    }

    @Override
    public ListCredentialsResponse list(ListCredentialsRequest request) {
        credentials.requireOwn(caller, Optional.ofNullable(request.getPrincipalId()));
        return new ListCredentialsResponse()
                .setCredentials(credentials.list(caller).stream()
                        .map(credential -> new CredentialInfo()
                                .setCredentialId(credential.id())
                                .setGitProvider(credential.provider().wireName())
                                .setName(credential.name().orElse(null))
                                .setGitUsername(credential.username().orElse(null))
                                .setGitEmail(credential.email().orElse(null))
                                .setIsDefaultForProvider(credential.isDefault()))
                        .toList());
    }

    @Override
    public GetCredentialsResponse get(GetCredentialsRequest request) {
        credentials.requireOwn(caller, Optional.ofNullable(request.getPrincipalId()));
        GitCredential found = credentials.get(caller, id(request.getCredentialId()));
        return new GetCredentialsResponse()
                .setCredentialId(found.id())
                .setGitProvider(found.provider().wireName())
                .setName(found.name().orElse(null))
                .setGitUsername(found.username().orElse(null))
                .setGitEmail(found.email().orElse(null))
                .setIsDefaultForProvider(found.isDefault());
    }

    @Override
    public void update(UpdateCredentialsRequest request) {
        credentials.requireOwn(caller, Optional.ofNullable(request.getPrincipalId()));
        credentials.update(
                caller,
                id(request.getCredentialId()),
                new Wanted(
                        text(request.getGitProvider()),
                        text(request.getPersonalAccessToken()).map(Secret::new),
                        text(request.getName()),
                        text(request.getGitUsername()),
                        text(request.getGitEmail()),
                        Optional.ofNullable(request.getIsDefaultForProvider())));
    }

    @Override
    public void delete(DeleteCredentialsRequest request) {
        credentials.requireOwn(caller, Optional.ofNullable(request.getPrincipalId()));
        credentials.delete(caller, id(request.getCredentialId()));
    }

    private static long id(@Nullable Long id) {
        if (id == null) {
            throw AppException.invalid("'credential_id' is missing.");
        }
        return id;
    }

    private static Optional<String> text(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
