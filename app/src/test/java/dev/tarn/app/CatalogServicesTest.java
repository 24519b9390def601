package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.catalog.ArtifactMatcher;
import com.databricks.sdk.service.catalog.ArtifactType;
import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CatalogIsolationMode;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.CreateCredentialRequest;
import com.databricks.sdk.service.catalog.CreateEntityTagAssignmentRequest;
import com.databricks.sdk.service.catalog.CreateMetastoreAssignment;
import com.databricks.sdk.service.catalog.CredentialPurpose;
import com.databricks.sdk.service.catalog.DisableRequest;
import com.databricks.sdk.service.catalog.EnableRequest;
import com.databricks.sdk.service.catalog.EntityTagAssignment;
import com.databricks.sdk.service.catalog.GenerateTemporaryTableCredentialRequest;
import com.databricks.sdk.service.catalog.GetBindingsRequest;
import com.databricks.sdk.service.catalog.MatchType;
import com.databricks.sdk.service.catalog.PermissionsChange;
import com.databricks.sdk.service.catalog.Privilege;
import com.databricks.sdk.service.catalog.SetArtifactAllowlist;
import com.databricks.sdk.service.catalog.SystemSchemaInfo;
import com.databricks.sdk.service.catalog.TableOperation;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import com.databricks.sdk.service.catalog.UpdateMetastore;
import com.databricks.sdk.service.catalog.UpdateMetastoreAssignment;
import com.databricks.sdk.service.catalog.UpdatePermissions;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindings;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindingsParameters;
import com.databricks.sdk.service.catalog.WorkspaceBinding;
import com.databricks.sdk.service.catalog.WorkspaceBindingBindingType;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import dev.tarn.core.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bindings, tags, temporary credentials and a metastore's settings, by the official SDK and by SQL, allowed and denied. */
class CatalogServicesTest {
    private final WorkspaceClient admin = ServerUnderTest.admin();
    private final WorkspaceClient stranger = client(ServerUnderTest.STRANGER_TOKEN, Optional.empty());

    private static WorkspaceClient client(String token, Optional<String> workspace) {
        DatabricksConfig config = new DatabricksConfig()
                .setHost(ServerUnderTest.APP.url())
                .setToken(token)
                .setAuthType("pat");
        workspace.ifPresent(config::setWorkspaceId);
        return new WorkspaceClient(config);
    }

    private static StatementResponse attempt(WorkspaceClient who, String statement) {
        String warehouse = who.warehouses()
                .list(new com.databricks.sdk.service.sql.ListWarehousesRequest())
                .iterator()
                .next()
                .getId();
        StatementResponse response = who.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setStatement(statement)
                        .setWarehouseId(warehouse)
                        .setWaitTimeout("50s"));
        while (response.getStatus().getState() == StatementState.PENDING
                || response.getStatus().getState() == StatementState.RUNNING) {
            response = who.statementExecution().getStatement(response.getStatementId());
        }
        return response;
    }

    private static List<? extends Collection<String>> rows(WorkspaceClient who, String statement) {
        StatementResponse response = attempt(who, statement);
        assertEquals(
                StatementState.SUCCEEDED,
                response.getStatus().getState(),
                () -> statement + ": " + response.getStatus().getError().getMessage());
        return response.getResult() == null || response.getResult().getDataArray() == null
                ? List.of()
                : List.copyOf(response.getResult().getDataArray());
    }

    private static String refusal(WorkspaceClient who, String statement) {
        StatementResponse response = attempt(who, statement);
        assertEquals(StatementState.FAILED, response.getStatus().getState(), statement);
        return response.getStatus().getError().getMessage();
    }

    private static int status(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(DatabricksError.class, call).getStatusCode();
    }

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

    @Test
    void tagsAreSetByBothWaysAndShown() {
        admin.catalogs().create(new CreateCatalog().setName("tagged"));
        rows(admin, "CREATE TABLE tagged.default.t (id INT, name STRING)");
        rows(admin, "ALTER TABLE tagged.default.t SET TAGS ('team' = 'red', 'checked')");
        rows(admin, "ALTER TABLE tagged.default.t ALTER COLUMN name SET TAGS ('pii' = 'name')");
        rows(admin, "ALTER CATALOG tagged SET TAGS ('cost' = '7')");
        admin.entityTagAssignments()
                .create(new CreateEntityTagAssignmentRequest()
                        .setTagAssignment(new EntityTagAssignment()
                                .setEntityType("schemas")
                                .setEntityName("tagged.default")
                                .setTagKey("layer")
                                .setTagValue("gold")));
        assertEquals(
                "red",
                admin.entityTagAssignments()
                        .get("tables", "tagged.default.t", "team")
                        .getTagValue());
        assertEquals(
                "name",
                admin.entityTagAssignments()
                        .get("columns", "tagged.default.t.name", "pii")
                        .getTagValue());
        assertEquals(
                "[[tagged, default, t, checked, ], [tagged, default, t, team, red]]",
                rows(admin, "SELECT * FROM tagged.information_schema.table_tags ORDER BY tag_name")
                        .toString());
        assertEquals(
                "[[tagged, default, t, name, pii, name]]",
                rows(admin, "SELECT * FROM tagged.information_schema.column_tags")
                        .toString());
        assertEquals(
                "[[tagged, default, layer, gold]]",
                rows(admin, "SELECT * FROM tagged.information_schema.schema_tags")
                        .toString());
        assertEquals(
                "[[tagged, cost, 7]]",
                rows(admin, "SELECT * FROM tagged.information_schema.catalog_tags")
                        .toString());
        rows(admin, "ALTER TABLE tagged.default.t UNSET TAGS ('team')");
        assertEquals(404, status(() -> admin.entityTagAssignments().get("tables", "tagged.default.t", "team")));
        assertEquals(404, status(() -> admin.entityTagAssignments().get("columns", "tagged.default.t.nothing", "pii")));
        assertEquals(404, status(() -> stranger.entityTagAssignments().get("tables", "tagged.default.t", "checked")));
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

    @Test
    void filesAreVendedOnlyWithTheSwitchAndTheGrant() {
        admin.catalogs().create(new CreateCatalog().setName("vended"));
        rows(admin, "CREATE TABLE vended.default.t AS SELECT 1 AS id");
        String id = admin.tables().get("vended.default.t").getTableId();
        var read = new GenerateTemporaryTableCredentialRequest().setTableId(id).setOperation(TableOperation.READ);
        assertEquals(403, status(() -> admin.temporaryTableCredentials().generateTemporaryTableCredentials(read)));
        admin.metastores()
                .update(new UpdateMetastore()
                        .setId(admin.metastores().current().getMetastoreId())
                        .setExternalAccessEnabled(true));
        assertEquals(403, status(() -> admin.temporaryTableCredentials().generateTemporaryTableCredentials(read)));
        admin.grants()
                .update(new UpdatePermissions()
                        .setSecurableType("schema")
                        .setFullName("vended.default")
                        .setChanges(List.of(new PermissionsChange()
                                .setPrincipal(admin.currentUser()
                                        .me(new com.databricks.sdk.service.iam.MeRequest())
                                        .getUserName())
                                .setAdd(List.of(Privilege.EXTERNAL_USE_SCHEMA)))));
        var vended = admin.temporaryTableCredentials().generateTemporaryTableCredentials(read);
        assertEquals(admin.tables().get("vended.default.t").getStorageLocation(), vended.getUrl());
        assertEquals(
                400,
                status(() -> admin.temporaryTableCredentials()
                        .generateTemporaryTableCredentials(new GenerateTemporaryTableCredentialRequest()
                                .setTableId(id)
                                .setOperation(TableOperation.READ_WRITE))));
        assertEquals(404, status(() -> stranger.temporaryTableCredentials().generateTemporaryTableCredentials(read)));
    }

    @Test
    void functionsOfTheCatalogAreCalledByThoseWhoMayExecuteThem() {
        admin.catalogs().create(new CreateCatalog().setName("functions"));
        rows(
                admin,
                "CREATE FUNCTION functions.default.net(price DOUBLE, tax DOUBLE COMMENT 'share') RETURNS DOUBLE"
                        + " COMMENT 'without tax' RETURN round(price / (1 + tax), 2)");
        assertEquals(
                "[[100.0]]",
                rows(admin, "SELECT functions.default.net(119, 0.19)").toString());
        assertEquals(
                "[[3]]",
                rows(
                                admin,
                                "SELECT count(*) FROM VALUES (119.0), (238.0), (357.0) AS t(p)"
                                        + " WHERE functions.default.net(p, 0.19) >= 100")
                        .toString());
        assertEquals(
                "price",
                admin.functions()
                        .get("functions.default.net")
                        .getInputParams()
                        .getParameters()
                        .iterator()
                        .next()
                        .getName());
        assertTrue(rows(admin, "DESCRIBE FUNCTION functions.default.net")
                .toString()
                .contains("Returns: DOUBLE"));
        assertEquals(
                "[[net]]",
                rows(admin, "SELECT routine_name FROM functions.information_schema.routines")
                        .toString());
        rows(admin, "CREATE OR REPLACE FUNCTION functions.default.net(price DOUBLE) RETURNS DOUBLE RETURN price * 2");
        rows(admin, "CREATE FUNCTION IF NOT EXISTS functions.default.net(x INT) RETURNS INT RETURN x");
        assertEquals("[[4.0]]", rows(admin, "SELECT functions.default.net(2)").toString());
        rows(admin, "CREATE FUNCTION functions.default.who() RETURNS STRING RETURN upper(current_user())");
        assertEquals(1, rows(admin, "SELECT functions.default.who()").size());
        refusal(admin, "CREATE FUNCTION functions.default.net(x INT) RETURNS INT RETURN x");
        refusal(admin, "CREATE FUNCTION functions.default.bad(x INT) RETURNS INT RETURN y");
        refusal(
                admin,
                "CREATE FUNCTION functions.default.bad(x INT) RETURNS INT RETURN (SELECT max(id) FROM range(x))");
        refusal(admin, "CREATE FUNCTION functions.default.bad(x INT) RETURNS INT RETURN sum(x)");
        assertTrue(refusal(
                        admin,
                        "CREATE FUNCTION functions.default.bad() RETURNS STRING"
                                + " RETURN reflect('java.lang.System', 'getProperty', 'user.home')")
                .contains("not allowed"));
        refusal(admin, "SELECT functions.default.net(1, 2)");

        admin.warehouses()
                .updatePermissions(new com.databricks.sdk.service.sql.WarehousePermissionsRequest()
                        .setWarehouseId(admin.warehouses()
                                .list(new com.databricks.sdk.service.sql.ListWarehousesRequest())
                                .iterator()
                                .next()
                                .getId())
                        .setAccessControlList(List.of(new com.databricks.sdk.service.sql.WarehouseAccessControlRequest()
                                .setServicePrincipalName(strangerName())
                                .setPermissionLevel(com.databricks.sdk.service.sql.WarehousePermissionLevel.CAN_USE))));
        assertTrue(refusal(stranger, "SELECT functions.default.net(2)").contains("net"));
        grant("catalog", "functions", Privilege.USE_CATALOG);
        grant("schema", "functions.default", Privilege.USE_SCHEMA);
        refusal(stranger, "SELECT functions.default.net(2)");
        grant("function", "functions.default.net", Privilege.EXECUTE);
        assertEquals(
                "[[4.0]]", rows(stranger, "SELECT functions.default.net(2)").toString());
        refusal(stranger, "DROP FUNCTION functions.default.net");
        rows(admin, "DROP FUNCTION functions.default.net");
        rows(admin, "DROP FUNCTION IF EXISTS functions.default.net");
        refusal(admin, "SELECT functions.default.net(2)");
    }

    private String strangerName() {
        return stranger.currentUser()
                .me(new com.databricks.sdk.service.iam.MeRequest())
                .getUserName();
    }

    private void grant(String type, String name, Privilege privilege) {
        admin.grants()
                .update(new UpdatePermissions()
                        .setSecurableType(type)
                        .setFullName(name)
                        .setChanges(List.of(new PermissionsChange()
                                .setPrincipal(strangerName())
                                .setAdd(List.of(privilege)))));
    }

    @Test
    void aClosedSystemSchemaLooksLikeNone() {
        String metastore = admin.metastores().current().getMetastoreId();
        rows(admin, "SELECT count(*) FROM system.query.history");
        admin.systemSchemas()
                .disable(new DisableRequest().setMetastoreId(metastore).setSchemaName("query"));
        assertTrue(refusal(admin, "SELECT count(*) FROM system.query.history").contains("NOT_FOUND"));
        assertFalse(rows(admin, "SHOW SCHEMAS IN system").toString().contains("query"));
        admin.systemSchemas()
                .enable(new EnableRequest().setMetastoreId(metastore).setSchemaName("query"));
        rows(admin, "SELECT count(*) FROM system.query.history");
        for (SystemSchemaInfo info : admin.systemSchemas().list(metastore)) {
            assertEquals("ENABLE_COMPLETED", info.getState());
        }
        assertEquals(
                404,
                status(() -> stranger.systemSchemas()
                        .disable(new DisableRequest().setMetastoreId(metastore).setSchemaName("query"))));
        assertEquals(
                404,
                status(() -> admin.systemSchemas()
                        .enable(new EnableRequest().setMetastoreId(metastore).setSchemaName("nothing"))));
    }

    @Test
    void allowlistsAndCredentialsAreKept() {
        admin.artifactAllowlists()
                .update(new SetArtifactAllowlist()
                        .setArtifactType(ArtifactType.LIBRARY_JAR)
                        .setArtifactMatchers(List.of(new ArtifactMatcher()
                                .setArtifact("/Volumes/main/libs/")
                                .setMatchType(MatchType.PREFIX_MATCH))));
        assertEquals(
                "/Volumes/main/libs/",
                admin.artifactAllowlists()
                        .get(ArtifactType.LIBRARY_JAR)
                        .getArtifactMatchers()
                        .iterator()
                        .next()
                        .getArtifact());
        assertEquals(404, status(() -> stranger.artifactAllowlists().get(ArtifactType.LIBRARY_JAR)));
        admin.credentials()
                .createCredential(new CreateCredentialRequest().setName("newer").setPurpose(CredentialPurpose.STORAGE));
        assertEquals("newer", admin.storageCredentials().get("newer").getName());
        assertEquals(
                400,
                status(() -> admin.credentials()
                        .createCredential(
                                new CreateCredentialRequest().setName("other").setPurpose(CredentialPurpose.SERVICE))));
        assertEquals(404, status(() -> stranger.credentials().getCredential("newer")));
        admin.credentials().deleteCredential("newer");
        assertEquals(404, status(() -> admin.storageCredentials().get("newer")));
    }
}
