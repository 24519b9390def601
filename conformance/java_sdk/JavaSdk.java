import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.CreateSchema;
import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.DeleteCatalogRequest;
import com.databricks.sdk.service.catalog.ListCatalogsRequest;
import com.databricks.sdk.service.catalog.PermissionsChange;
import com.databricks.sdk.service.catalog.Privilege;
import com.databricks.sdk.service.catalog.SchemaInfo;
import com.databricks.sdk.service.catalog.TableInfo;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import com.databricks.sdk.service.catalog.UpdatePermissions;
import com.databricks.sdk.service.catalog.VolumeInfo;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.iam.Group;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.User;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenResponse;
import com.databricks.sdk.service.sql.EndpointInfo;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import java.util.ArrayList;
import java.util.List;

/** {@code JavaSdk URL ADMIN_TOKEN SECOND_TOKEN SECOND_NAME WAREHOUSE}. */
final class JavaSdk {
    private final WorkspaceClient admin;
    private final WorkspaceClient second;
    private final String secondName;
    private final String warehouse;

    private JavaSdk(String[] arguments) {
        admin = client(arguments[0], arguments[1]);
        second = client(arguments[0], arguments[2]);
        secondName = arguments[3];
        warehouse = arguments[4];
    }

    public static void main(String[] arguments) {
        Sentences.run(new JavaSdk(arguments));
    }

    private static WorkspaceClient client(String host, String token) {
        return new WorkspaceClient(
                new DatabricksConfig().setHost(host).setToken(token).setAuthType("pat"));
    }

    void test_me_is_the_one_whose_token_it_is() {
        Sentences.equal(secondName, second.currentUser().me(new MeRequest()).getUserName());
    }

    void test_a_catalog_is_created_read_changed_listed_and_deleted() {
        CatalogInfo made = admin.catalogs().create(new CreateCatalog().setName(Sentences.unique("java")).setComment("first"));
        Sentences.equal("first", admin.catalogs().get(made.getName()).getComment());
        admin.catalogs().update(new UpdateCatalog().setName(made.getName()).setComment("second"));
        List<String> names = new ArrayList<>();
        admin.catalogs().list(new ListCatalogsRequest().setMaxResults(1L)).forEach(catalog -> names.add(catalog.getName()));
        Sentences.check(names.contains(made.getName()), names);
        admin.catalogs().delete(new DeleteCatalogRequest().setName(made.getName()).setForce(true));
        Sentences.refused(NotFound.class, () -> admin.catalogs().get(made.getName()));
    }

    void test_a_table_is_made_by_sql_and_denied_until_granted() {
        String catalog = admin.catalogs().create(new CreateCatalog().setName(Sentences.unique("java"))).getName();
        SchemaInfo schema = admin.schemas().create(new CreateSchema().setName("s").setCatalogName(catalog));
        String table = schema.getFullName() + ".t";
        succeed(admin, "CREATE TABLE " + table + " AS SELECT id FROM range(10)");
        TableInfo info = admin.tables().get(table);
        Sentences.equal("id", info.getColumns().iterator().next().getName());
        Sentences.equal(StatementState.FAILED, run(second, "SELECT * FROM " + table).getStatus().getState());
        admin.grants().update(new UpdatePermissions()
                .setSecurableType("catalog")
                .setFullName(catalog)
                .setChanges(List.of(new PermissionsChange()
                        .setPrincipal(secondName)
                        .setAdd(List.of(Privilege.USE_CATALOG, Privilege.USE_SCHEMA, Privilege.SELECT)))));
        StatementResponse counted = succeed(second, "SELECT count(*) FROM " + table);
        Sentences.equal("10", counted.getResult().getDataArray().iterator().next().iterator().next());
        admin.catalogs().delete(new DeleteCatalogRequest().setName(catalog).setForce(true));
    }

    void test_a_volume_is_created_read_and_deleted() {
        String catalog = admin.catalogs().create(new CreateCatalog().setName(Sentences.unique("java"))).getName();
        admin.schemas().create(new CreateSchema().setName("s").setCatalogName(catalog));
        VolumeInfo made = admin.volumes().create(new CreateVolumeRequestContent()
                .setCatalogName(catalog).setSchemaName("s").setName("v").setVolumeType(VolumeType.MANAGED));
        Sentences.equal(made.getVolumeId(), admin.volumes().read(made.getFullName()).getVolumeId());
        admin.volumes().delete(made.getFullName());
        Sentences.refused(NotFound.class, () -> admin.volumes().read(made.getFullName()));
        admin.catalogs().delete(new DeleteCatalogRequest().setName(catalog).setForce(true));
    }

    void test_users_and_groups_are_created_listed_and_deleted() {
        User user = admin.users().create(new User().setUserName(Sentences.unique("java") + "@example.com"));
        List<String> found = new ArrayList<>();
        admin.users()
                .list(new ListUsersRequest().setFilter("userName eq \"" + user.getUserName() + "\""))
                .forEach(each -> found.add(each.getId()));
        Sentences.equal(List.of(user.getId()), found);
        Group group = admin.groups().create(new Group().setDisplayName(Sentences.unique("java")));
        admin.groups().delete(group.getId());
        admin.users().delete(user.getId());
        Sentences.refused(NotFound.class, () -> admin.users().get(user.getId()));
        Sentences.refused(PermissionDenied.class, () -> second.users().create(new User().setUserName("x@example.com")));
    }

    void test_a_token_is_created_and_revoked() {
        CreateTokenResponse made = admin.tokens().create(new CreateTokenRequest().setComment("java").setLifetimeSeconds(60L));
        admin.tokens().delete(made.getTokenInfo().getTokenId());
    }

    void test_warehouses_are_listed_to_those_who_may_use_them() {
        List<String> ids = new ArrayList<>();
        for (EndpointInfo each : second.warehouses().list(new ListWarehousesRequest())) {
            ids.add(each.getId());
        }
        Sentences.check(ids.contains(warehouse), ids);
    }

    void test_parameters_are_values() {
        StatementResponse response = admin.statementExecution().executeStatement(new ExecuteStatementRequest()
                .setWarehouseId(warehouse)
                .setStatement("SELECT :a AS a")
                .setWaitTimeout("50s")
                .setParameters(List.of(new StatementParameterListItem().setName("a").setValue("'; DROP"))));
        Sentences.equal("'; DROP", response.getResult().getDataArray().iterator().next().iterator().next());
    }

    private StatementResponse run(WorkspaceClient who, String sql) {
        return who.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(warehouse).setStatement(sql).setWaitTimeout("50s"));
    }

    private StatementResponse succeed(WorkspaceClient who, String sql) {
        StatementResponse response = run(who, sql);
        Sentences.check(response.getStatus().getState() == StatementState.SUCCEEDED, response.getStatus());
        return response;
    }
}
