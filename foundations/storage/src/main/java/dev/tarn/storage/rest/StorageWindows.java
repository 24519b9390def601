package dev.tarn.storage.rest;

import com.databricks.sdk.service.catalog.CredentialsService;
import com.databricks.sdk.service.catalog.ExternalLocationsService;
import com.databricks.sdk.service.catalog.StorageCredentialsService;
import dev.tarn.contract.Contract;
import dev.tarn.storage.StorageModule;

/** Opens the room's windows. */
public final class StorageWindows {
    private StorageWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(StorageModule storage, Contract contract) {
        contract.serve(
                StorageCredentialsService.class,
                caller -> new StorageCredentialsApi(caller, storage.credentials(), storage.locations()),
                StorageCredentialsApi.class);
        contract.serve(
                CredentialsService.class,
                caller -> new CredentialsApi(caller, storage.credentials(), storage.locations()),
                CredentialsApi.class);
        contract.serve(
                ExternalLocationsService.class,
                caller -> new ExternalLocationsApi(caller, storage.locations()),
                ExternalLocationsApi.class);
    }
}
