package dev.tarn.access;

import dev.tarn.access.internal.AccessStore;
import dev.tarn.access.internal.AuditStore;
import dev.tarn.access.internal.BindingStore;
import dev.tarn.access.internal.ObjectStore;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;

/** Wires the room. */
public final class AccessModule implements AutoCloseable {
    private final Audit audit;
    private final Guard guard;
    private final Grants grants;
    private final Bindings bindings;
    private final ObjectAcls objects;
    private final ObjectPermissions objectPermissions;

    public AccessModule(Database db, PrincipalDirectory principals, Clocks clocks) {
        AccessStore store = new AccessStore();
        audit = new Audit(db, new AuditStore(), clocks);
        bindings = new Bindings(new BindingStore(), principals);
        guard = new Guard(store, audit, bindings);
        grants = new Grants(store, principals, clocks);
        ObjectStore objectStore = new ObjectStore();
        objects = new ObjectAcls(objectStore, audit);
        objectPermissions = new ObjectPermissions(db, objects, objectStore, principals, audit);
    }

    public Guard guard() {
        return guard;
    }

    public Grants grants() {
        return grants;
    }

    public Bindings bindings() {
        return bindings;
    }

    /** Access control lists of workspace objects, for the rooms that keep them. */
    public ObjectAcls objects() {
        return objects;
    }

    /** The same lists as the Permissions API sees them. */
    public ObjectPermissions objectPermissions() {
        return objectPermissions;
    }

    public Audit audit() {
        return audit;
    }

    @Override
    public void close() {
        audit.close();
    }
}
