package dev.tarn.git;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.git.internal.CheckoutPlan;
import dev.tarn.git.internal.Clone;
import dev.tarn.git.internal.Clones;
import dev.tarn.git.internal.Entry;
import dev.tarn.git.internal.FolderStore;
import dev.tarn.git.internal.LocalFiles;
import dev.tarn.git.internal.Remote;
import dev.tarn.git.internal.TargetFile;
import dev.tarn.workspace.Checkout;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.Worktrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the doors of the room share: opening a git folder for somebody, and bringing it to a commit. */
final class FolderWork {
    static final String AUDIT = "repos";

    /** A git folder for somebody who was authorized, with what lies in it. */
    record Opened(Authorized<WorkspaceObject> object, GitFolder folder, LocalFiles local) {}

    private final Database db;
    private final Audit audit;
    private final Clocks clocks;
    private final GitConfig config;
    private final Worktrees worktrees;
    private final GitCredentials credentials;
    private final Clones clones;
    private final FolderStore store;
    private final Turns turns = new Turns();

    FolderWork(
            Database db,
            Audit audit,
            Clocks clocks,
            GitConfig config,
            Worktrees worktrees,
            GitCredentials credentials) {
        this.db = db;
        this.audit = audit;
        this.clocks = clocks;
        this.config = config;
        this.worktrees = worktrees;
        this.credentials = credentials;
        this.clones = new Clones(config);
        this.store = new FolderStore();
    }

    Authorized<WorkspaceObject> authorized(Tx tx, Caller caller, PermissionLevel level, long id) {
        return worktrees.require(tx, caller, level, id, () -> GitErrors.noFolder(id));
    }

    GitFolder folder(Tx tx, WorkspaceObject object) {
        return store.find(tx, object).orElseThrow(() -> GitErrors.noFolder(object.id()));
    }

    Opened open(Tx tx, Caller caller, PermissionLevel level, long id) {
        Authorized<WorkspaceObject> object = authorized(tx, caller, level, id);
        return new Opened(object, folder(tx, object.value()), LocalFiles.read(tx, worktrees, store, object));
    }

    /** Work on one folder and its clone, alone. Needs CAN_MANAGE, as everything does that changes which commit a folder is at. */
    <T> T change(Caller caller, long id, Function<Clone, T> work) {
        db.read(tx -> authorized(tx, caller, PermissionLevel.CAN_MANAGE, id));
        return turns.take(id, () -> {
            GitFolder folder = db.read(tx -> folder(
                    tx, authorized(tx, caller, PermissionLevel.CAN_MANAGE, id).value()));
            try (Clone clone = clones.open(caller.workspace(), id)) {
                settle(clone, folder);
                return work.apply(clone);
            }
        });
    }

    /** The store knows where a folder is; a branch of the clone that was not moved in time follows. */
    void settle(Clone clone, GitFolder folder) {
        if (folder.branch().isPresent() && folder.head().isPresent()) {
            clone.setLocalBranch(folder.branch().get(), folder.head().get());
        }
    }

    Remote remote(Caller caller, Clone clone, GitFolder folder, Optional<Long> credential) {
        RemoteUrl url = RemoteUrl.parse(folder.url(), config);
        return new Remote(clone, url, credentials.login(caller, url, folder.provider(), credential));
    }

    /**
     * Brings a folder to where {@code after} says; all of it, or nothing.
     *
     * @param discard which files may lose changes that nobody committed
     * @throws dev.tarn.core.AppException GIT_CONFLICT, RESOURCE_CONFLICT
     */
    GitFolder checkout(Caller caller, Clone clone, Opened before, GitFolder after, Predicate<String> discard) {
        CheckoutPlan plan = plan(clone, before, after, discard);
        db.change(tx -> {
            Authorized<WorkspaceObject> object = authorized(tx, caller, PermissionLevel.CAN_MANAGE, after.id());
            if (!before.local().isStill(worktrees.files(tx, object))) {
                throw GitErrors.changedMeanwhile();
            }
            apply(tx, caller, object, plan);
            store.update(tx, object, after);
        });
        settle(clone, after);
        return after;
    }

    CheckoutPlan plan(Clone clone, Opened before, GitFolder after, Predicate<String> discard) {
        List<String> colliding = before.local().colliding().stream()
                .filter(path -> !discard.test(path))
                .toList();
        if (!colliding.isEmpty()) {
            throw GitErrors.collisions(colliding);
        }
        List<TargetFile> files =
                after.head().map(head -> clone.files(head, after.sparse())).orElse(List.of());
        return CheckoutPlan.of(clone, before.object().value().path(), before.local(), files, discard);
    }

    void apply(Tx tx, Caller caller, Authorized<WorkspaceObject> object, CheckoutPlan plan) {
        Checkout checkout = worktrees.checkout(tx, caller, object);
        plan.removals().forEach(checkout::remove);
        List<Entry> entries = new ArrayList<>();
        for (CheckoutPlan.Write write : plan.writes()) {
            WorkspaceObject written = checkout.put(write.name(), write.content());
            entries.add(new Entry(
                    write.file().path(),
                    write.name(),
                    write.preferred(),
                    write.file().blob(),
                    write.file().mode(),
                    written.id(),
                    written.revision()));
        }
        checkout.finish();
        store.replace(tx, object, plan.forgotten(), entries);
    }

    void record(Caller caller, String action, GitFolder folder, Map<String, String> details) {
        audit.record(caller, AUDIT, action, folder.path(), details, "");
    }

    Database db() {
        return db;
    }

    Clocks clocks() {
        return clocks;
    }

    GitConfig config() {
        return config;
    }

    Worktrees worktrees() {
        return worktrees;
    }

    GitCredentials credentials() {
        return credentials;
    }

    Clones clones() {
        return clones;
    }

    FolderStore store() {
        return store;
    }

    Turns turns() {
        return turns;
    }
}
