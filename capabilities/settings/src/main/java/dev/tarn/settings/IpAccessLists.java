package dev.tarn.settings;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.settings.internal.SettingsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From where a workspace may be reached. A blocked address is refused, whatever else allows it; if there is a list of allowed ones,
 * no other is let in (public API, "IP Access Lists"). The lists count while {@code enableIpAccessLists} is true. No change is taken
 * that would keep out the address that it comes from.
 */
public final class IpAccessLists {
    private static final int MOST_RANGES = 1_000;
    private static final int LONGEST_LABEL = 100;

    /** What a list is to be. @param enabled whether it counts */
    public record Draft(String label, boolean blocks, List<IpRange> ranges, boolean enabled) {
        public Draft {
            ranges = List.copyOf(ranges);
        }
    }

    /** A change: what is empty stays. */
    public record Change(
            Optional<String> label,
            Optional<Boolean> blocks,
            Optional<List<IpRange>> ranges,
            Optional<Boolean> enabled) {}

    private final Database db;
    private final Clocks clocks;
    private final Audit audit;
    private final Administrators administrators;
    private final SettingsStore store;
    /** Lists that count, by workspace; empty where they do not. */
    private final Map<WorkspaceId, List<IpAccessList>> counting = new ConcurrentHashMap<>();

    IpAccessLists(Database db, Clocks clocks, Audit audit, Administrators administrators, SettingsStore store) {
        this.db = db;
        this.clocks = clocks;
        this.audit = audit;
        this.administrators = administrators;
        this.store = store;
    }

    /** @throws dev.tarn.core.AppException PERMISSION_DENIED if the caller's address may not reach the workspace */
    public void admit(Caller caller) {
        List<IpAccessList> lists =
                counting.computeIfAbsent(caller.workspace(), workspace -> db.read(tx -> counting(tx, workspace)));
        if (!reaches(lists, caller.request().sourceAddress())) {
            var refusal = SettingsErrors.blocked(caller);
            audit.record(caller, "accounts", "IpAccessDenied", "", Map.of(), refusal.message());
            throw refusal;
        }
    }

    public List<IpAccessList> list(Caller caller) {
        administrators.require(caller, "listIpAccessLists");
        return db.read(tx -> store.ipLists(tx, caller.workspace()));
    }

    public IpAccessList get(Caller caller, String id) {
        administrators.require(caller, "getIpAccessList");
        return db.read(tx -> find(tx, caller, id));
    }

    public IpAccessList create(Caller caller, Draft draft) {
        administrators.require(caller, "createIpAccessList");
        Instant now = clocks.now(caller);
        String by = caller.principal().id();
        return put(
                caller,
                "createIpAccessList",
                tx -> new IpAccessList(
                        Ids.uuid(), draft.label(), draft.blocks(), draft.ranges(), draft.enabled(), now, by, now, by));
    }

    public IpAccessList change(Caller caller, String id, Change change) {
        administrators.require(caller, "updateIpAccessList");
        return put(caller, "updateIpAccessList", tx -> {
            IpAccessList old = find(tx, caller, id);
            return new IpAccessList(
                    id,
                    change.label().orElse(old.label()),
                    change.blocks().orElse(old.blocks()),
                    change.ranges().orElse(old.ranges()),
                    change.enabled().orElse(old.enabled()),
                    old.createdAt(),
                    old.createdBy(),
                    clocks.now(caller),
                    caller.principal().id());
        });
    }

    public void delete(Caller caller, String id) {
        administrators.require(caller, "deleteIpAccessList");
        db.change(tx -> {
            store.removeIpList(tx, find(tx, caller, id).id());
            requireReachable(tx, caller);
        });
        changed(caller.workspace());
        administrators.changed(caller, "deleteIpAccessList", id);
    }

    /** Refuses a change that keeps its own caller out; at the end of its transaction. */
    void requireReachable(Tx tx, Caller caller) {
        String address = caller.request().sourceAddress();
        if (!caller.isSystem() && !reaches(counting(tx, caller.workspace()), address)) {
            throw SettingsErrors.locksOut(address);
        }
    }

    void changed(WorkspaceId workspace) {
        counting.remove(workspace);
    }

    private interface Making {
        IpAccessList in(Tx tx);
    }

    private IpAccessList put(Caller caller, String action, Making making) {
        IpAccessList made = db.write(tx -> {
            IpAccessList list = making.in(tx);
            check(list);
            store.put(tx, caller.workspace(), list);
            int all = store.ipLists(tx, caller.workspace()).stream()
                    .mapToInt(each -> each.ranges().size())
                    .sum();
            if (all > MOST_RANGES) {
                throw SettingsErrors.tooManyRanges(MOST_RANGES);
            }
            requireReachable(tx, caller);
            return list;
        });
        changed(caller.workspace());
        administrators.changed(caller, action, made.id());
        return made;
    }

    private static void check(IpAccessList list) {
        if (list.label().isBlank() || list.label().length() > LONGEST_LABEL) {
            throw SettingsErrors.badValue("label", "1 to " + LONGEST_LABEL + " characters");
        }
        if (list.ranges().isEmpty()) {
            throw SettingsErrors.badValue("ip_addresses", "at least one address or range");
        }
    }

    private IpAccessList find(Tx tx, Caller caller, String id) {
        return store.ipLists(tx, caller.workspace()).stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SettingsErrors.notFound("IP access list", id));
    }

    private List<IpAccessList> counting(Tx tx, WorkspaceId workspace) {
        boolean on = store.value(tx, workspace, "conf/" + WorkspaceSettings.IP_LISTS)
                .filter(value -> value.json().equals("true"))
                .isPresent();
        List<IpAccessList> lists = new ArrayList<>(on ? store.ipLists(tx, workspace) : List.of());
        lists.removeIf(list -> !list.enabled());
        return List.copyOf(lists);
    }

    private static boolean reaches(List<IpAccessList> lists, String address) {
        if (lists.stream().anyMatch(list -> list.blocks() && list.holds(address))) {
            return false;
        }
        List<IpAccessList> allowing =
                lists.stream().filter(list -> !list.blocks()).toList();
        return allowing.isEmpty() || allowing.stream().anyMatch(list -> list.holds(address));
    }
}
