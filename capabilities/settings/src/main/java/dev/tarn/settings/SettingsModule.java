package dev.tarn.settings;

import dev.tarn.access.Audit;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.settings.internal.SettingsStore;

/** Wires the room. */
public final class SettingsModule {
    private final IpAccessLists ipAccessLists;
    private final WorkspaceSettings settings;
    private final Definitions definitions;

    public SettingsModule(Database db, Audit audit, Clocks clocks, SecretBox box) {
        SettingsStore store = new SettingsStore();
        Administrators administrators = new Administrators(audit);
        ipAccessLists = new IpAccessLists(db, clocks, audit, administrators, store);
        settings = new WorkspaceSettings(db, clocks, administrators, store, ipAccessLists);
        definitions = new Definitions(db, clocks, administrators, store, box);
        box.keeps(definitions::sealAgain);
    }

    public IpAccessLists ipAccessLists() {
        return ipAccessLists;
    }

    public WorkspaceSettings settings() {
        return settings;
    }

    public Definitions definitions() {
        return definitions;
    }
}
