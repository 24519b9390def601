package dev.tarn.git.rest;

import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.DeleteRepoRequest;
import com.databricks.sdk.service.workspace.GetRepoPermissionLevelsRequest;
import com.databricks.sdk.service.workspace.GetRepoPermissionLevelsResponse;
import com.databricks.sdk.service.workspace.GetRepoPermissionsRequest;
import com.databricks.sdk.service.workspace.GetRepoRequest;
import com.databricks.sdk.service.workspace.GetRepoResponse;
import com.databricks.sdk.service.workspace.ListReposRequest;
import com.databricks.sdk.service.workspace.ListReposResponse;
import com.databricks.sdk.service.workspace.RepoInfo;
import com.databricks.sdk.service.workspace.RepoPermissions;
import com.databricks.sdk.service.workspace.RepoPermissionsRequest;
import com.databricks.sdk.service.workspace.ReposService;
import com.databricks.sdk.service.workspace.SparseCheckout;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.git.GitFolder;
import dev.tarn.git.GitFolders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Repos API. */
public final class ReposApi implements ReposService {
    private static final String TYPE = "repos";

    private final Caller caller;
    private final GitFolders folders;
    private final ObjectPermissions permissions;

    ReposApi(Caller caller, GitFolders folders, ObjectPermissions permissions) {
        this.caller = caller;
        this.folders = folders;
        this.permissions = permissions;
    }

    @Override
    public CreateRepoResponse create(CreateRepoRequest request) {
        String url = request.getUrl();
        if (url == null || url.isEmpty()) {
            throw AppException.invalid("'url' is missing.");
        }
        SparseCheckout sparse = request.getSparseCheckout();
        GitFolder made = folders.create(
                caller,
                new GitFolders.NewFolder(
                        url,
                        text(request.getProvider()),
                        text(request.getPath()),
                        sparse == null ? Optional.empty() : Optional.of(patterns(sparse.getPatterns())),
                        Optional.ofNullable(request.getGitCredentialId())));
        return new CreateRepoResponse()
                .setId(made.id())
                .setPath(made.path())
                .setUrl(made.url())
                .setProvider(made.provider())
                .setBranch(made.branch().orElse(null))
                .setHeadCommitId(made.head().orElse(null))
                .setSparseCheckout(sparse(made));
    }

    @Override
    public GetRepoResponse get(GetRepoRequest request) {
        GitFolder found = folders.get(caller, id(request.getRepoId()));
        return new GetRepoResponse()
                .setId(found.id())
                .setPath(found.path())
                .setUrl(found.url())
                .setProvider(found.provider())
                .setBranch(found.branch().orElse(null))
                .setHeadCommitId(found.head().orElse(null))
                .setSparseCheckout(sparse(found));
    }

    @Override
    public ListReposResponse list(ListReposRequest request) {
        Page<GitFolder> page =
                folders.list(caller, text(request.getPathPrefix()), PageRequest.of(null, request.getNextPageToken()));
        return new ListReposResponse()
                .setRepos(page.items().stream().map(ReposApi::info).toList())
                .setNextPageToken(page.next().map(PageToken::encode).orElse(null));
    }

    @Override
    public void update(UpdateRepoRequest request) {
        var sparse = request.getSparseCheckout();
        folders.update(
                caller,
                id(request.getRepoId()),
                new GitFolders.Update(
                        text(request.getBranch()),
                        text(request.getTag()),
                        sparse == null ? Optional.empty() : Optional.of(patterns(sparse.getPatterns())),
                        Optional.ofNullable(request.getGitCredentialId()),
                        Boolean.TRUE.equals(request.getDangerouslyForceDiscardAll())));
    }

    @Override
    public void delete(DeleteRepoRequest request) {
        folders.delete(caller, id(request.getRepoId()));
    }

    @Override
    public RepoPermissions getPermissions(GetRepoPermissionsRequest request) {
        return AccessListBodies.list(permissions.get(caller, TYPE, request.getRepoId()), RepoPermissions.class);
    }

    @Override
    public GetRepoPermissionLevelsResponse getPermissionLevels(GetRepoPermissionLevelsRequest request) {
        return AccessListBodies.levels(
                permissions.levels(caller, TYPE, request.getRepoId()), GetRepoPermissionLevelsResponse.class);
    }

    @Override
    public RepoPermissions setPermissions(RepoPermissionsRequest request) {
        return AccessListBodies.list(
                permissions.set(caller, TYPE, request.getRepoId(), AccessListBodies.changes(request)),
                RepoPermissions.class);
    }

    @Override
    public RepoPermissions updatePermissions(RepoPermissionsRequest request) {
        return AccessListBodies.list(
                permissions.update(caller, TYPE, request.getRepoId(), AccessListBodies.changes(request)),
                RepoPermissions.class);
    }

    private static RepoInfo info(GitFolder folder) {
        return new RepoInfo()
                .setId(folder.id())
                .setPath(folder.path())
                .setUrl(folder.url())
                .setProvider(folder.provider())
                .setBranch(folder.branch().orElse(null))
                .setHeadCommitId(folder.head().orElse(null))
                .setSparseCheckout(sparse(folder));
    }

    private static @Nullable SparseCheckout sparse(GitFolder folder) {
        return folder.sparse()
                .map(cone -> new SparseCheckout().setPatterns(cone.folders()))
                .orElse(null);
    }

    private static List<String> patterns(@Nullable Collection<String> patterns) {
        if (patterns == null) {
            return List.of();
        }
        for (String pattern : patterns) {
            if (pattern == null) {
                throw AppException.invalid("'sparse_checkout.patterns' holds an entry that is no text.");
            }
        }
        return List.copyOf(patterns);
    }

    private static long id(@Nullable Long id) {
        if (id == null) {
            throw AppException.invalid("'repo_id' is missing.");
        }
        return id;
    }

    private static Optional<String> text(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
