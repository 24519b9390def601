package dev.tarn.app;

import static dev.tarn.app.ClientCalls.client;
import static dev.tarn.app.ClientCalls.refusal;
import static dev.tarn.app.ClientCalls.rows;
import static dev.tarn.app.ClientCalls.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CatalogIsolationMode;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.CreateMetastoreAssignment;
import com.databricks.sdk.service.catalog.GetBindingsRequest;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import com.databricks.sdk.service.catalog.UpdateMetastoreAssignment;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindings;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindingsParameters;
import com.databricks.sdk.service.catalog.WorkspaceBinding;
import com.databricks.sdk.service.catalog.WorkspaceBindingBindingType;
import dev.tarn.core.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several workspaces on one metastore: what each sees of it, and its default catalog, by the official SDK and by SQL. */
class WorkspaceMetastoreTest {
    private final WorkspaceClient admin = ServerUnderTest.admin();
    private final WorkspaceClient stranger = client(ServerUnderTest.STRANGER_TOKEN, Optional.empty());

    private String secondWorkspace(String name) {
        String body = ServerUnderTest.send(
                        "POST",
                        "/api/tarn/v1/workspaces",
                        "{\"name\":\"%s\",\"metastore_id\":\"%s\"}"
                                .formatted(name, admin.metastores().current().getMetastoreId()),
                        Optional.of(ServerUnderTest.ADMIN_TOKEN))
                .body();
        return Json.readTree(body).path("workspace_id").asText();
    }

    @Test
    void anIsolatedCatalogIsSeenAndUsedOnlyFromItsWorkspaces() {
        String second = secondWorkspace("bindings-second");
        WorkspaceClient there = client(ServerUnderTest.ADMIN_TOKEN, Optional.of(second));
        assertEquals(Long.parseLong(second), there.metastores().current().getWorkspaceId());
        CatalogInfo catalog = admin.catalogs().create(new CreateCatalog().setName("bound"));
        rows(admin, "CREATE TABLE bound.default.t AS SELECT 1 AS id");
        assertEquals(1, rows(there, "SELECT * FROM bound.default.t").size());

        admin.catalogs().update(new UpdateCatalog().setName("bound").setIsolationMode(CatalogIsolationMode.ISOLATED));
        assertEquals(1, rows(admin, "SELECT * FROM bound.default.t").size());
        assertEquals(404, status(() -> there.catalogs().get("bound")));
        assertEquals(404, status(() -> there.tables().get("bound.default.t")));
        assertTrue(refusal(there, "SELECT * FROM bound.default.t").contains("TABLE_OR_VIEW_NOT_FOUND"));
        assertFalse(rows(there, "SHOW CATALOGS").toString().contains("bound"));
        assertEquals(
                List.of(), rows(there, "SELECT * FROM system.information_schema.tables WHERE table_catalog = 'bound'"));

        var binding = new WorkspaceBinding().setWorkspaceId(Long.parseLong(second));
        there.workspaceBindings()
                .updateBindings(new UpdateWorkspaceBindingsParameters()
                        .setSecurableType("catalog")
                        .setSecurableName("bound")
                        .setAdd(List.of(binding.setBindingType(WorkspaceBindingBindingType.BINDING_TYPE_READ_ONLY))));
        assertEquals(1, rows(there, "SELECT * FROM bound.default.t").size());
        assertTrue(refusal(there, "INSERT INTO bound.default.t VALUES (2)").contains("for reading only"));
        assertTrue(refusal(there, "CREATE TABLE bound.default.u (id INT)").contains("for reading only"));
        assertEquals(403, status(() -> there.catalogs().delete("bound")));

        admin.workspaceBindings()
                .update(new UpdateWorkspaceBindings()
                        .setName("bound")
                        .setAssignWorkspaces(List.of(Long.parseLong(second))));
        rows(there, "INSERT INTO bound.default.t VALUES (2)");
        assertEquals(
                2,
                List.copyOf(admin.workspaceBindings().get("bound").getWorkspaces())
                        .size());
        admin.workspaceBindings()
                .update(new UpdateWorkspaceBindings()
                        .setName("bound")
                        .setUnassignWorkspaces(List.of(Long.parseLong(second))));
        assertEquals(404, status(() -> there.catalogs().get("bound")));
        List<WorkspaceBinding> left = new java.util.ArrayList<>();
        there.workspaceBindings()
                .getBindings(
                        new GetBindingsRequest().setSecurableType("catalog").setSecurableName("bound"))
                .forEach(left::add);
        assertEquals(1, left.size());
        assertEquals(
                404,
                status(() -> stranger.workspaceBindings()
                        .getBindings(new GetBindingsRequest()
                                .setSecurableType("catalog")
                                .setSecurableName("bound")
                                .setMaxResults(1L))
                        .iterator()
                        .next()));
        assertEquals(
                400,
                status(() -> admin.workspaceBindings()
                        .update(new UpdateWorkspaceBindings().setName("bound").setAssignWorkspaces(List.of(12345L)))));
        assertEquals("bound", catalog.getName());
    }

    private static CreateMetastoreAssignment assignment(long workspace, String metastore) {
        return new CreateMetastoreAssignment()
                .setWorkspaceId(workspace)
                .setMetastoreId(metastore)
                .setDefaultCatalogName("standard");
    }

    @Test
    void aWorkspaceKeepsItsMetastoreAndChoosesItsDefaultCatalog() {
        String second = secondWorkspace("assigned-second");
        WorkspaceClient there = client(ServerUnderTest.ADMIN_TOKEN, Optional.of(second));
        String metastore = there.metastores().current().getMetastoreId();
        admin.catalogs().create(new CreateCatalog().setName("standard"));
        there.metastores().assign(assignment(Long.parseLong(second), metastore));
        assertEquals("standard", there.metastores().current().getDefaultCatalogName());
        assertEquals(List.of(List.of("standard")), rows(there, "SELECT current_catalog()"));
        assertEquals(List.of(List.of("main")), rows(admin, "SELECT current_catalog()"));

        var wanted = new UpdateMetastoreAssignment().setWorkspaceId(Long.parseLong(second));
        assertEquals(404, status(() -> there.metastores().updateAssignment(wanted.setDefaultCatalogName("nowhere"))));
        assertEquals(400, status(() -> there.metastores().assign(assignment(Long.parseLong(second), "another"))));
        assertEquals(400, status(() -> admin.metastores().assign(assignment(Long.parseLong(second), metastore))));
        assertEquals(
                403,
                status(() -> stranger.metastores()
                        .assign(assignment(stranger.metastores().current().getWorkspaceId(), metastore))));
        there.metastores().updateAssignment(wanted.setDefaultCatalogName("main"));
        assertEquals(List.of(List.of("main")), rows(there, "SELECT current_catalog()"));
    }
}
