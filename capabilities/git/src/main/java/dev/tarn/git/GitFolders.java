package dev.tarn.git;

import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.core.Json;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Outbox;
import dev.tarn.db.Tx;
import dev.tarn.git.FolderWork.Opened;
import dev.tarn.git.internal.CheckoutPlan;
import dev.tarn.git.internal.Clone;
import dev.tarn.git.internal.LocalFiles;
import dev.tarn.git.internal.Remote;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Git folders: cloning a repository into the workspace's tree, and bringing it to another branch or tag. Making one needs CAN_MANAGE
 * on the folder above, seeing one CAN_READ, everything that moves it CAN_MANAGE (vendor's ACLs of git folders).
 */
public final class GitFolders {
    private static final int MOST = 2_000;
    private static final String REPOS = "/Repos";
    private static final String DELETED = "git.clone.deleted";

    /**
     * A git folder to be made.
     *
     * @param provider by the vendor's name; empty where the host says it
     * @param path empty for {@code /Repos/<user>/<repository>}
     * @param sparse folders of a sparse checkout, which is fixed then
     * @param credential one of the caller's; empty for the default of the provider
     */
    public record NewFolder(
            String url,
            Optional<String> provider,
            Optional<String> path,
            Optional<List<String>> sparse,
            Optional<Long> credential) {}

    /**
     * Where a git folder is to go.
     *
     * @param branch or a tag, not both; neither leaves it, for other patterns
     * @param discardAll whether changes that nobody committed, new files included, are deleted for good
     */
    public record Update(
            Optional<String> branch,
            Optional<String> tag,
            Optional<List<String>> sparse,
            Optional<Long> credential,
            boolean discardAll) {}

    private final FolderWork work;

    GitFolders(FolderWork work, Outbox outbox) {
        this.work = work;
        outbox.on(DELETED, event -> {
            Map<String, String> deleted = Json.readStrings(event.payload());
            if (deleted.containsKey("id")) {
                work.clones().delete(event.workspace(), Long.parseLong(String.valueOf(deleted.get("id"))));
            } else {
                work.clones().deleteAll(event.workspace());
            }
        });
    }

    /**
     * Clones a repository and checks out its first branch; if that fails, nothing stays.
     *
     * @throws AppException INVALID_PARAMETER_VALUE, GIT_URL_NOT_ON_ALLOW_LIST, GIT_REMOTE_ERROR, RESOURCE_LIMIT_EXCEEDED,
     *     RESOURCE_ALREADY_EXISTS, RESOURCE_DOES_NOT_EXIST (the folder above)
     */
    public GitFolder create(Caller caller, NewFolder wanted) {
        work.worktrees().prepare(caller);
        RemoteUrl url = RemoteUrl.parse(wanted.url(), work.config());
        String provider = provider(url, wanted.provider());
        WorkspacePath path = path(caller, url, wanted.path());
        Optional<SparseCone> sparse = wanted.sparse().map(SparseCone::parse);
        work.db().change(tx -> {
            if (work.store().count(tx, caller.workspace()) >= MOST) {
                throw GitErrors.tooMany("git folders in a workspace", MOST);
            }
            work.worktrees().requireFree(tx, caller, path);
        });
        long id = Ids.numeric();
        GitFolder folder =
                new GitFolder(id, path.value(), url.text(), provider, Optional.empty(), Optional.empty(), sparse);
        GitFolder made = work.turns().take(id, () -> cloned(caller, folder, path, wanted.credential()));
        work.record(caller, "createRepo", made, Map.of("url", made.url()));
        return made;
    }

    /** Git folders that the caller manages, by path; below {@code /Repos} unless another beginning is asked for. */
    public Page<GitFolder> list(Caller caller, Optional<String> pathPrefix, PageRequest page) {
        work.worktrees().prepare(caller);
        String given = pathPrefix.orElse("").replaceFirst("^/Workspace(?=/|$)", "");
        String prefix = given.isEmpty() || given.equals("/") ? REPOS : given;
        return work.db().read(tx -> {
            List<GitFolder> folders =
                    work.worktrees().managed(tx, caller, prefix, page.after(), page.size() + 1).stream()
                            .flatMap(object -> work.store().find(tx, object).stream())
                            .toList();
            return Page.of(folders, page, GitFolder::path);
        });
    }

    public GitFolder get(Caller caller, long id) {
        work.worktrees().prepare(caller);
        return work.db()
                .read(tx -> work.folder(
                        tx,
                        work.authorized(tx, caller, PermissionLevel.CAN_READ, id)
                                .value()));
    }

    /**
     * Brings a git folder to the newest commit of a branch, or to a tag. Commits that were not pushed stay.
     *
     * @throws AppException GIT_CONFLICT naming files whose changes would be lost, GIT_UNKNOWN_REF, GIT_REMOTE_ERROR
     */
    public GitFolder update(Caller caller, long id, Update wanted) {
        if (wanted.branch().isPresent() && wanted.tag().isPresent()) {
            throw AppException.invalid("Send 'branch' or 'tag', not both.");
        }
        if (wanted.branch().isEmpty()
                && wanted.tag().isEmpty()
                && wanted.sparse().isEmpty()) {
            throw AppException.invalid("'branch' or 'tag' is missing.");
        }
        requireRefName("branch", wanted.branch());
        requireRefName("tag", wanted.tag());
        Optional<SparseCone> sparse = wanted.sparse().map(SparseCone::parse);
        GitFolder updated = work.change(caller, id, clone -> {
            Opened opened = work.db().read(tx -> work.open(tx, caller, PermissionLevel.CAN_MANAGE, id));
            if (sparse.isPresent() && opened.folder().sparse().isEmpty()) {
                throw GitErrors.notSparse();
            }
            GitFolder after = target(caller, clone, opened.folder(), wanted);
            GitFolder whole = sparse.map(after::with).orElse(after);
            return work.checkout(caller, clone, opened, whole, path -> wanted.discardAll());
        });
        Map<String, String> details = new HashMap<>();
        wanted.branch().ifPresent(branch -> details.put("branch", branch));
        wanted.tag().ifPresent(tag -> details.put("tag", tag));
        work.record(caller, "updateRepo", updated, details);
        return updated;
    }

    /** Deletes a git folder, everything in it and its clone, for good; what was pushed stays at the git host. */
    public void delete(Caller caller, long id) {
        work.db().read(tx -> work.authorized(tx, caller, PermissionLevel.CAN_MANAGE, id));
        GitFolder deleted = work.turns()
                .take(
                        id,
                        () -> work.db().write(tx -> {
                            Authorized<WorkspaceObject> object =
                                    work.authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
                            GitFolder folder = work.folder(tx, object.value());
                            work.worktrees().delete(tx, caller, object);
                            purged(tx, caller, id);
                            return folder;
                        }));
        work.turns().forget(id);
        work.record(caller, "deleteRepo", deleted, Map.of());
    }

    /** Forgets a git folder whose object is being deleted for good. */
    public void purged(Tx tx, Caller caller, long id) {
        work.store().delete(tx, id);
        tx.emit(
                DELETED,
                caller.workspace(),
                Json.write(Map.of("id", String.valueOf(id))),
                work.clocks().machine());
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        work.store().deleteWorkspace(tx, workspace);
        work.credentials().deleteWorkspace(tx, workspace);
        tx.emit(DELETED, workspace, "{}", work.clocks().machine());
    }

    /** Deletes clones that an earlier process began and did not end; before anything is served. */
    void sweep() {
        work.clones().deleteAllBut(work.db().read(work.store()::ids));
    }

    static void requireRefName(String what, Optional<String> name) {
        if (name.filter(text -> !Clone.isRefName(text)).isPresent()) {
            throw GitErrors.badRef(what, name.get());
        }
    }

    private GitFolder cloned(Caller caller, GitFolder folder, WorkspacePath path, Optional<Long> credential) {
        try (Clone clone = work.clones().create(caller.workspace(), folder.id())) {
            Remote remote = work.remote(caller, clone, folder, credential);
            String branch = remote.fetch().orElse("main");
            GitFolder after = folder.at(Optional.of(branch), clone.remoteBranch(branch));
            CheckoutPlan plan = CheckoutPlan.of(
                    clone,
                    path,
                    LocalFiles.none(),
                    after.head().map(head -> clone.files(head, after.sparse())).orElse(List.of()),
                    any -> false);
            work.db().change(tx -> {
                Authorized<WorkspaceObject> object = work.worktrees().make(tx, caller, path, folder.id());
                work.store().insert(tx, object, after, work.clocks().now(caller));
                work.apply(tx, caller, object, plan);
            });
            work.settle(clone, after);
            return after;
        } catch (RuntimeException e) {
            work.turns().forget(folder.id());
            work.clones().delete(caller.workspace(), folder.id());
            throw e;
        }
    }

    private GitFolder target(Caller caller, Clone clone, GitFolder folder, Update wanted) {
        if (wanted.tag().isPresent()) {
            work.remote(caller, clone, folder, wanted.credential()).fetch();
            String tag = wanted.tag().get();
            String commit = clone.tag(tag).orElseThrow(() -> GitErrors.unknownRef("tag", tag));
            return folder.at(Optional.empty(), Optional.of(commit));
        }
        if (wanted.branch().isEmpty()) {
            return folder;
        }
        String branch = wanted.branch().get();
        BranchHeads heads = BranchHeads.fetched(clone, branch, work.remote(caller, clone, folder, wanted.credential()));
        boolean emptyStill =
                heads.isNowhere() && folder.head().isEmpty() && folder.branch().equals(Optional.of(branch));
        if (heads.isNowhere() && !emptyStill) {
            throw GitErrors.unknownRef("branch", branch);
        }
        return folder.at(Optional.of(branch), heads.newest(clone, branch));
    }

    private String provider(RemoteUrl url, Optional<String> named) {
        Optional<GitProvider> provider =
                named.filter(name -> !name.isEmpty() && !name.equals("local")).map(GitCredentials::provider);
        if (url.host().isEmpty()) {
            return provider.map(GitProvider::wireName).orElse("local");
        }
        String host = url.host().get();
        GitProvider found = provider.or(() -> GitProvider.ofHost(host))
                .orElseThrow(
                        () -> AppException.invalid("'provider' is missing: %s says nothing about it. Use one of %s."
                                .formatted(host, GitProvider.names())));
        if (!found.owns(host)) {
            throw GitErrors.providerMismatch(found, host);
        }
        return found.wireName();
    }

    private static WorkspacePath path(Caller caller, RemoteUrl url, Optional<String> given) {
        String text = given.filter(path -> !path.isEmpty())
                .orElseGet(
                        () -> REPOS + "/" + caller.principal().name().replace("/", "_") + "/" + url.repositoryName());
        WorkspacePath path = WorkspacePath.parse(text);
        boolean inRepos = path.isIn(new WorkspacePath(REPOS));
        if (path.isRoot() || inRepos && path.value().split("/").length != 4) {
            throw GitErrors.badPath(text, "below /Repos it must be of the form /Repos/{folder}/{name}");
        }
        return path;
    }
}
