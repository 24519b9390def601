package dev.tarn.app;

import dev.tarn.catalog.DefaultCatalogs;
import dev.tarn.core.Caller;
import dev.tarn.settings.WorkspaceSettings;
import java.util.Optional;

/** Default catalogs, which the settings room keeps and the catalog uses. */
record SettingsDefaultCatalogs(WorkspaceSettings settings) implements DefaultCatalogs {
    @Override
    public Optional<String> find(Caller caller) {
        return settings.findDefaultCatalog(caller.workspace());
    }

    @Override
    public void set(Caller caller, String catalog) {
        settings.setDefaultCatalog(caller, catalog);
    }
}
