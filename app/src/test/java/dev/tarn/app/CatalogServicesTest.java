package dev.tarn.app;

import static dev.tarn.app.ClientCalls.client;
import static dev.tarn.app.ClientCalls.refusal;
import static dev.tarn.app.ClientCalls.rows;
import static dev.tarn.app.ClientCalls.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.catalog.ArtifactMatcher;
import com.databricks.sdk.service.catalog.ArtifactType;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.CreateCredentialRequest;
import com.databricks.sdk.service.catalog.CreateEntityTagAssignmentRequest;
import com.databricks.sdk.service.catalog.CredentialPurpose;
import com.databricks.sdk.service.catalog.DisableRequest;
import com.databricks.sdk.service.catalog.EnableRequest;
import com.databricks.sdk.service.catalog.EntityTagAssignment;
import com.databricks.sdk.service.catalog.GenerateTemporaryTableCredentialRequest;
import com.databricks.sdk.service.catalog.MatchType;
import com.databricks.sdk.service.catalog.PermissionsChange;
import com.databricks.sdk.service.catalog.Privilege;
import com.databricks.sdk.service.catalog.SetArtifactAllowlist;
import com.databricks.sdk.service.catalog.SystemSchemaInfo;
import com.databricks.sdk.service.catalog.TableOperation;
import com.databricks.sdk.service.catalog.UpdateMetastore;
import com.databricks.sdk.service.catalog.UpdatePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tags, temporary credentials and a metastore's settings, by the official SDK and by SQL, allowed and denied. */
class CatalogServicesTest {
    private final WorkspaceClient admin = ServerUnderTest.admin();
    private final WorkspaceClient stranger = client(ServerUnderTest.STRANGER_TOKEN, Optional.empty());

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
