package dev.tarn.app;

import dev.tarn.catalog.ManagedStorage;
import dev.tarn.core.Caller;
import dev.tarn.storage.ObjectStores;
import dev.tarn.storage.Places;
import dev.tarn.storage.StorageModule;

/** Answers the catalog's questions about places. */
record StoragePlaces(StorageModule storage) implements ManagedStorage {
    @Override
    public String authorize(Caller caller, String url, Use use) {
        return storage.places().authorize(caller, url, Places.Use.valueOf(use.name()));
    }

    @Override
    public String forEngine(Caller caller, String place) {
        return ObjectStores.forEngine(caller, place);
    }

    @Override
    public String fromEngine(Caller caller, String place) {
        return ObjectStores.fromEngine(caller, place);
    }
}
