package dev.tarn.access;

import dev.tarn.access.internal.AccessStore;
import dev.tarn.access.internal.AuditStore;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;

/** Wires the room. */
public final class AccessModule implements AutoCloseable {
    private final Audit audit;
    private final Guard guard;
    private final Grants grants;

    public AccessModule(Database db, PrincipalDirectory principals, Clocks clocks) {
        AccessStore store = new AccessStore();
        audit = new Audit(db, new AuditStore(), clocks);
        guard = new Guard(store, audit);
        grants = new Grants(store, principals, clocks);
    }

    public Guard guard() {
        return guard;
    }

    public Grants grants() {
        return grants;
    }

    public Audit audit() {
        return audit;
    }

    @Override
    public void close() {
        audit.close();
    }
}
