package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.ArtifactAllowlistsService;
import com.databricks.sdk.service.catalog.CatalogsService;
import com.databricks.sdk.service.catalog.EntityTagAssignmentsService;
import com.databricks.sdk.service.catalog.FunctionsService;
import com.databricks.sdk.service.catalog.GrantsService;
import com.databricks.sdk.service.catalog.MetastoresService;
import com.databricks.sdk.service.catalog.SchemasService;
import com.databricks.sdk.service.catalog.SystemSchemasService;
import com.databricks.sdk.service.catalog.TableConstraintsService;
import com.databricks.sdk.service.catalog.TablesService;
import com.databricks.sdk.service.catalog.TemporaryPathCredentialsService;
import com.databricks.sdk.service.catalog.TemporaryTableCredentialsService;
import com.databricks.sdk.service.catalog.TemporaryVolumeCredentialsService;
import com.databricks.sdk.service.catalog.VolumesService;
import com.databricks.sdk.service.catalog.WorkspaceBindingsService;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.contract.Contract;
import dev.tarn.http.Routes;
import java.util.Set;

/** Opens the room's windows. */
public final class CatalogWindows {
    private CatalogWindows() {}

    /**
     * Serves the operations that the SDK states.
     *
     * @param systemSchemas names of the schemas of the system catalog
     */
    public static void serve(CatalogModule catalog, Contract contract, Set<String> systemSchemas) {
        contract.serve(
                EntityTagAssignmentsService.class,
                caller -> new EntityTagAssignmentsApi(caller, catalog.tags()),
                EntityTagAssignmentsApi.class);
        contract.serve(
                SystemSchemasService.class,
                caller -> new SystemSchemasApi(caller, catalog.systemSchemas(), systemSchemas),
                SystemSchemasApi.class);
        contract.serve(
                ArtifactAllowlistsService.class,
                caller -> new ArtifactAllowlistsApi(caller, catalog.allowlists()),
                ArtifactAllowlistsApi.class);
        contract.serve(
                TemporaryTableCredentialsService.class,
                caller -> new TemporaryCredentialsApi(caller, catalog.temporaryCredentials()),
                TemporaryCredentialsApi.class);
        contract.serve(
                TemporaryVolumeCredentialsService.class,
                caller -> new TemporaryCredentialsApi(caller, catalog.temporaryCredentials()),
                TemporaryCredentialsApi.class);
        contract.serve(
                TemporaryPathCredentialsService.class,
                caller -> new TemporaryCredentialsApi(caller, catalog.temporaryCredentials()),
                TemporaryCredentialsApi.class);
        contract.serve(
                MetastoresService.class,
                caller -> new MetastoresApi(caller, catalog.metastores()),
                MetastoresApi.class);
        contract.serve(CatalogsService.class, caller -> new CatalogsApi(caller, catalog.catalogs()), CatalogsApi.class);
        contract.serve(SchemasService.class, caller -> new SchemasApi(caller, catalog.schemas()), SchemasApi.class);
        contract.serve(
                TablesService.class,
                caller -> new TablesApi(caller, catalog.tables(), catalog.schemas(), catalog.constraints()),
                TablesApi.class);
        contract.serve(
                TableConstraintsService.class,
                caller -> new TableConstraintsApi(caller, catalog.constraints()),
                TableConstraintsApi.class);
        contract.serve(
                WorkspaceBindingsService.class,
                caller -> new WorkspaceBindingsApi(caller, catalog.bindings()),
                WorkspaceBindingsApi.class);
        contract.serve(VolumesService.class, caller -> new VolumesApi(caller, catalog.volumes()), VolumesApi.class);
        contract.serve(
                FunctionsService.class, caller -> new FunctionsApi(caller, catalog.functions()), FunctionsApi.class);
        contract.serve(GrantsService.class, caller -> new GrantsApi(caller, catalog.grants()), GrantsApi.class);
    }

    /** Our own extras. */
    public static void route(CatalogModule catalog, Routes routes) {
        new SearchRoutes(catalog.searches()).register(routes);
    }
}
