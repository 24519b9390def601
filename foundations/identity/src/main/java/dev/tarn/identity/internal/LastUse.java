package dev.tarn.identity.internal;

import dev.tarn.core.Clocks;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.identity.internal.CredentialStore.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when credentials and workspaces were last used, and writes it down now and then: coarse, and free for requests. */
public final class LastUse {
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Database db;
    private final Stores stores;
    private final Clocks clocks;
    private final Map<String, Instant> credentials = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, Instant> workspaces = new ConcurrentHashMap<>();

    public LastUse(Database db, Stores stores, Clocks clocks) {
        this.db = db;
        this.stores = stores;
        this.clocks = clocks;
    }

    public void used(Credential credential) {
        Instant now = clocks.machine();
        Instant noted = workspaces.get(credential.workspace());
        if (noted == null || noted.plus(GRAIN).isBefore(now)) {
            workspaces.put(credential.workspace(), now);
        }
        Instant time = clocks.now(credential.workspace());
        if (credential
                .lastUsedAt()
                .filter(last -> last.plus(GRAIN).isAfter(time))
                .isEmpty()) {
            credentials.putIfAbsent(credential.id(), time);
        }
    }

    /** Writes what was noted since the last time. */
    public synchronized void flush() {
        Map<String, Instant> used = new HashMap<>(credentials);
        Map<WorkspaceId, Instant> active = new HashMap<>(workspaces);
        if (used.isEmpty() && active.isEmpty()) {
            return;
        }
        db.change(tx -> {
            stores.credentials().used(tx, used);
            active.forEach((workspace, at) -> stores.workspaces().used(tx, workspace, at));
        });
        used.forEach(credentials::remove);
        active.forEach(workspaces::remove);
    }
}
