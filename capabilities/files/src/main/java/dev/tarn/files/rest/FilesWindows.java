package dev.tarn.files.rest;

import com.databricks.sdk.service.files.DbfsService;
import com.databricks.sdk.service.files.FilesService;
import dev.tarn.contract.Contract;
import dev.tarn.files.FilesModule;
import dev.tarn.http.Routes;

/** Puts this room on the server. */
public final class FilesWindows {
    private FilesWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(Contract contract, FilesModule room) {
        contract.serve(FilesService.class, caller -> new FilesApi(caller, room.files()), FilesApi.class);
        contract.serve(DbfsService.class, caller -> new DbfsApi(caller, room.dbfs()), DbfsApi.class);
    }

    /** Adds what travels as raw bytes, and signed links, which are open. */
    public static void route(Routes routes, FilesModule room) {
        new FileRoutes(room).route(routes);
        new LinkRoutes(room).route(routes);
        new DbfsPut(room.dbfs()).route(routes);
    }
}
