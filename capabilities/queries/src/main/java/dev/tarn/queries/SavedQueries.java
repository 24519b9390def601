package dev.tarn.queries;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.queries.SavedQuery.People;
import dev.tarn.queries.SavedQuery.Times;
import dev.tarn.queries.internal.QueryStore;
import dev.tarn.queries.internal.VersionStore;
import dev.tarn.queries.internal.VisualizationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saved queries. Whoever creates one owns and manages it; everybody else goes by its permissions. What a caller has no permission
 * on does not exist for them. A deleted query lies in the trash for 30 days; of each, the last {@link #KEPT_VERSIONS} versions are
 * kept.
 */
public final class SavedQueries {
    public static final int KEPT_VERSIONS = 100;
    private static final Duration TRASH = Duration.ofDays(30);
    private static final String AUDIT = "databrickssql";

    /** The room's tables. */
    record Stores(QueryStore queries, VersionStore versions, VisualizationStore visualizations) {}

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final PrincipalDirectory principals;
    private final Stores stores;

    SavedQueries(
            Database db, ObjectAcls acls, Audit audit, Clocks clocks, PrincipalDirectory principals, Stores stores) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.principals = principals;
        this.stores = stores;
    }

    /**
     * Creates a query in the caller's own folder, or in the one that is given.
     *
     * @param rename whether a number is added to a name that is in use, instead of an error
     * @throws AppException RESOURCE_ALREADY_EXISTS for a name in use in the folder; PERMISSION_DENIED for another's folder
     */
    public SavedQuery create(Caller caller, QueryContent content, Optional<QueryFolder> where, boolean rename) {
        QueryFolder folder = checked(caller, where.orElseGet(() -> QueryFolder.home(caller)));
        SavedQuery created = db.write(tx -> {
            Instant now = clocks.now(caller);
            String name = caller.principal().name();
            SavedQuery query = new SavedQuery(
                    Ids.uuid(),
                    caller.workspace(),
                    folder,
                    named(tx, caller, content, folder, "", rename),
                    1,
                    new People(caller.principal().id(), name, name),
                    new Times(now, now, Optional.empty()));
            stores.queries().insert(tx, query);
            stores.versions().add(tx, query, KEPT_VERSIONS);
            acls.register(tx, caller, query, query.content().name());
            return query;
        });
        audit(caller, "createQuery", created);
        return created;
    }

    /** A query, also from the trash. Needs CAN_VIEW. */
    public SavedQuery get(Caller caller, String id) {
        return db.read(
                tx -> authorized(tx, caller, PermissionLevel.CAN_VIEW, id).value());
    }

    /** What the caller may do with a query that they may see. */
    public PermissionLevel level(Caller caller, String id) {
        return db.read(tx -> acls.level(
                        tx,
                        caller,
                        authorized(tx, caller, PermissionLevel.CAN_VIEW, id).value())
                .orElse(PermissionLevel.CAN_VIEW));
    }

    /** The queries that the caller may see, oldest first. */
    public Page<SavedQuery> list(Caller caller, QuerySearch search, PageRequest page) {
        return db.read(tx -> Page.of(
                stores.queries().list(tx, caller.workspace(), acls.visible(caller, SavedQuery.TYPE), search, page),
                page,
                QueryStore::sortKey));
    }

    /**
     * Changes a query and keeps what it was. Needs CAN_EDIT.
     *
     * @throws AppException RESOURCE_CONFLICT if somebody else changed it meanwhile; INVALID_STATE if it is in the trash
     */
    public SavedQuery update(Caller caller, String id, QueryChange change, boolean rename) {
        SavedQuery updated = db.write(tx -> {
            Authorized<SavedQuery> authorized = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            SavedQuery old = authorized.value();
            if (old.inTrash()) {
                throw QueryErrors.inTrash(id);
            }
            change.expected().filter(version -> version != old.version()).ifPresent(version -> {
                throw QueryErrors.changedMeanwhile(id, version, old);
            });
            QueryFolder folder = change.folder().map(to -> checked(caller, to)).orElse(old.folder());
            QueryContent content = named(tx, caller, change.content().apply(old.content()), folder, id, rename);
            boolean same = content.equals(old.content());
            SavedQuery query = new SavedQuery(
                    id,
                    old.workspace(),
                    folder,
                    content,
                    same ? old.version() : old.version() + 1,
                    people(tx, caller, old, change.owner()),
                    new Times(old.times().created(), clocks.now(caller), Optional.empty()));
            stores.queries().update(tx, authorized, query);
            if (!same) {
                stores.versions().add(tx, query, KEPT_VERSIONS);
                acls.renamed(tx, caller, authorized, content.name());
            }
            return query;
        });
        audit(caller, "updateQuery", updated);
        return updated;
    }

    /** Moves a query to the trash; nothing happens to one that lies there. Needs CAN_MANAGE. */
    public void trash(Caller caller, String id) {
        SavedQuery trashed = db.write(tx -> {
            Authorized<SavedQuery> query = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            if (!query.value().inTrash()) {
                stores.queries().update(tx, query, moved(query.value(), Optional.of(clocks.now(caller))));
            }
            return query.value();
        });
        audit(caller, "moveQueryToTrash", trashed);
    }

    /** Takes a query out of the trash; a name that is in use meanwhile gets a number. Needs CAN_MANAGE. */
    public SavedQuery restore(Caller caller, String id) {
        SavedQuery restored = db.write(tx -> {
            Authorized<SavedQuery> query = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            SavedQuery old = query.value();
            QueryContent content = named(tx, caller, old.content(), old.folder(), id, true);
            SavedQuery back = moved(
                    new SavedQuery(
                            id, old.workspace(), old.folder(), content, old.version(), old.people(), old.times()),
                    Optional.empty());
            stores.queries().update(tx, query, back);
            acls.renamed(tx, caller, query, content.name());
            return back;
        });
        audit(caller, "restoreQuery", restored);
        return restored;
    }

    /** How the query was, newest first. Needs CAN_VIEW. */
    public List<QueryVersion> versions(Caller caller, String id) {
        return db.read(tx -> stores.versions().list(tx, authorized(tx, caller, PermissionLevel.CAN_VIEW, id)));
    }

    /** Makes an old version the newest. Needs CAN_EDIT. */
    public SavedQuery revert(Caller caller, String id, long version) {
        QueryContent content = db.read(tx -> stores.versions()
                .find(tx, authorized(tx, caller, PermissionLevel.CAN_EDIT, id), version)
                .orElseThrow(() -> QueryErrors.noVersion(id, version))
                .content());
        return update(caller, id, QueryChange.of(old -> content), true);
    }

    /** Deletes what has been in the workspace's trash for 30 days; called now and then. */
    public int purge(Caller system) {
        return db.write(tx -> {
            Instant oldest = clocks.now(system).minus(TRASH);
            List<SavedQuery> gone = stores.queries().trashedBefore(tx, system.workspace(), oldest);
            for (SavedQuery query : gone) {
                Authorized<SavedQuery> authorized = authorized(tx, system, PermissionLevel.CAN_MANAGE, query.id());
                stores.visualizations().deleteAll(tx, authorized);
                stores.versions().delete(tx, authorized);
                stores.queries().delete(tx, authorized);
                acls.unregister(tx, system, authorized);
            }
            return gone.size();
        });
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        stores.visualizations().deleteWorkspace(tx, workspace);
        stores.versions().deleteWorkspace(tx, workspace);
        stores.queries().deleteWorkspace(tx, workspace);
    }

    Authorized<SavedQuery> authorized(Tx tx, Caller caller, PermissionLevel level, String id) {
        return acls.require(
                tx, caller, level, stores.queries().find(tx, caller.workspace(), id), () -> QueryErrors.notFound(id));
    }

    private static QueryFolder checked(Caller caller, QueryFolder folder) {
        if (!folder.open(caller)) {
            throw QueryErrors.notYourFolder(caller, folder);
        }
        return folder;
    }

    private static SavedQuery moved(SavedQuery query, Optional<Instant> trashed) {
        return new SavedQuery(
                query.id(),
                query.workspace(),
                query.folder(),
                query.content(),
                query.version(),
                query.people(),
                new Times(query.times().created(), query.times().updated(), trashed));
    }

    private QueryContent named(
            Tx tx, Caller caller, QueryContent content, QueryFolder folder, String except, boolean rename) {
        String name = content.name();
        for (int number = 1; stores.queries().nameTaken(tx, caller.workspace(), folder, name, except); number++) {
            if (!rename) {
                throw QueryErrors.nameTaken(name, folder);
            }
            String suffix = " (" + number + ")";
            int most = QueryContent.LONGEST_NAME - suffix.length();
            name = content.name().substring(0, Math.min(content.name().length(), most)) + suffix;
        }
        return content.withName(name);
    }

    private People people(Tx tx, Caller caller, SavedQuery old, Optional<String> newOwner) {
        String me = caller.principal().name();
        if (newOwner.isEmpty() || newOwner.get().equalsIgnoreCase(old.people().ownerName())) {
            return new People(old.people().ownerId(), old.people().ownerName(), me);
        }
        if (!caller.workspaceAdmin()
                && !caller.principal().id().equals(old.people().ownerId())) {
            throw QueryErrors.notOwner(caller);
        }
        Principal owner = principals
                .find(tx, caller.metastore(), newOwner.get())
                .filter(found -> found.kind() != PrincipalKind.GROUP)
                .orElseThrow(() -> QueryErrors.noOwner(newOwner.get()));
        acls.grant(tx, caller, old, owner.id(), PermissionLevel.CAN_MANAGE);
        return new People(owner.id(), owner.name(), me);
    }

    private void audit(Caller caller, String action, SavedQuery query) {
        audit.record(
                caller,
                AUDIT,
                action,
                query.id(),
                Map.of("name", query.content().name()),
                "");
    }
}
