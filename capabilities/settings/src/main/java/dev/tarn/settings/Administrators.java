package dev.tarn.settings;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import java.util.Map;

/** Everything of this room is for workspace administrators; refusals and changes are audited. */
final class Administrators {
    private static final String AUDIT = "workspace";

    private final Audit audit;

    Administrators(Audit audit) {
        this.audit = audit;
    }

    void require(Caller caller, String action) {
        if (!caller.workspaceAdmin()) {
            var denial = SettingsErrors.adminsOnly(caller);
            audit.record(caller, AUDIT, action, "", Map.of(), denial.message());
            throw denial;
        }
    }

    void changed(Caller caller, String action, String target) {
        audit.record(caller, AUDIT, action, target, Map.of(), "");
    }
}
