import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.CreateSchema;
import com.databricks.sdk.service.catalog.CreateVolumeRequestContent;
import com.databricks.sdk.service.catalog.DeleteCatalogRequest;
import com.databricks.sdk.service.catalog.ListSchemasRequest;
import com.databricks.sdk.service.catalog.ListTablesRequest;
import com.databricks.sdk.service.catalog.ListVolumesRequest;
import com.databricks.sdk.service.catalog.SchemaInfo;
import com.databricks.sdk.service.catalog.UpdateSchema;
import com.databricks.sdk.service.catalog.UpdateTableRequest;
import com.databricks.sdk.service.catalog.UpdateVolumeRequestContent;
import com.databricks.sdk.service.catalog.VolumeInfo;
import com.databricks.sdk.service.catalog.VolumeType;
import com.databricks.sdk.service.iam.ComplexValue;
import com.databricks.sdk.service.iam.CreateServicePrincipalRequest;
import com.databricks.sdk.service.iam.Group;
import com.databricks.sdk.service.iam.ListGroupsRequest;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.iam.User;
import com.databricks.sdk.service.oauth2.CreateServicePrincipalSecretRequest;
import com.databricks.sdk.service.settings.ListTokenManagementRequest;
import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.GetWarehouseResponse;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.StartRequest;
import com.databricks.sdk.service.sql.State;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.sql.StopRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code JavaSdkObjects URL ADMIN_TOKEN SECOND_TOKEN WAREHOUSE}: every object created, read, paged, changed, deleted and denied. */
final class JavaSdkObjects {
    private final String host;
    private final String token;
    private final WorkspaceClient admin;
    private final WorkspaceClient second;
    private final String warehouse;

    private JavaSdkObjects(String[] arguments) {
        host = arguments[0];
        token = arguments[1];
        admin = client(new DatabricksConfig().setToken(arguments[1]).setAuthType("pat"));
        second = client(new DatabricksConfig().setToken(arguments[2]).setAuthType("pat"));
        warehouse = arguments[3];
    }

    public static void main(String[] arguments) {
        Sentences.run(new JavaSdkObjects(arguments));
    }

    private WorkspaceClient client(DatabricksConfig config) {
        return new WorkspaceClient(config.setHost(host));
    }

    private static <T> List<T> all(Iterable<T> items) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    private String newCatalog() {
        return admin.catalogs().create(new CreateCatalog().setName(Sentences.unique("java"))).getName();
    }

    private void drop(String catalog) {
        admin.catalogs().delete(new DeleteCatalogRequest().setName(catalog).setForce(true));
    }

    void test_a_service_principal_signs_in_by_oauth() {
        ServicePrincipal robot = admin.servicePrincipalsV2()
                .create(new CreateServicePrincipalRequest().setDisplayName(Sentences.unique("java")));
        String secret = admin.servicePrincipalSecretsProxy()
                .create(new CreateServicePrincipalSecretRequest().setServicePrincipalId(robot.getId()))
                .getSecret();
        WorkspaceClient machine = client(new DatabricksConfig()
                .setAuthType("oauth-m2m")
                .setClientId(robot.getApplicationId())
                .setClientSecret(secret));
        Sentences.equal(robot.getApplicationId(), machine.currentUser().me(new MeRequest()).getUserName());
        admin.servicePrincipalsV2().delete(robot.getId());
    }

    void test_a_profile_signs_in() throws Exception {
        Path file = Files.createTempFile("databrickscfg", "");
        Files.writeString(file, "[mine]\nhost = " + host + "\ntoken = " + token + "\n");
        WorkspaceClient client = new WorkspaceClient(
                new DatabricksConfig().setConfigFile(file.toString()).setProfile("mine"));
        Sentences.check(client.currentUser().me(new MeRequest()).getActive(), "not active");
        Files.delete(file);
    }

    void test_schemas_are_created_read_paged_changed_deleted_and_denied() {
        String catalog = newCatalog();
        for (int i = 0; i < 3; i++) {
            admin.schemas().create(new CreateSchema().setName("s" + i).setCatalogName(catalog));
        }
        Sentences.check(
                all(admin.schemas().list(new ListSchemasRequest().setCatalogName(catalog).setMaxResults(2L))).size() >= 3,
                "not all pages");
        SchemaInfo changed = admin.schemas()
                .update(new UpdateSchema().setFullName(catalog + ".s0").setComment("second"));
        Sentences.equal("second", admin.schemas().get(changed.getFullName()).getComment());
        Sentences.refused(NotFound.class, () -> second.schemas().get(catalog + ".s0"));
        Sentences.refused(
                Exception.class,
                () -> second.schemas().create(new CreateSchema().setName("x").setCatalogName(catalog)));
        admin.schemas().delete(catalog + ".s0");
        Sentences.refused(NotFound.class, () -> admin.schemas().get(catalog + ".s0"));
        drop(catalog);
    }

    void test_tables_are_read_paged_changed_deleted_and_denied() {
        String catalog = newCatalog();
        admin.schemas().create(new CreateSchema().setName("s").setCatalogName(catalog));
        for (int i = 0; i < 3; i++) {
            run(admin, "CREATE TABLE " + catalog + ".s.t" + i + " (id BIGINT)");
        }
        var request = new ListTablesRequest().setCatalogName(catalog).setSchemaName("s").setMaxResults(1L);
        Sentences.equal(3, all(admin.tables().list(request)).size());
        String owner = second.currentUser().me(new MeRequest()).getUserName();
        Sentences.refused(NotFound.class, () -> second.tables().get(catalog + ".s.t0"));
        Sentences.refused(NotFound.class, () -> second.tables().delete(catalog + ".s.t0"));
        admin.tables().update(new UpdateTableRequest().setFullName(catalog + ".s.t0").setOwner(owner));
        Sentences.equal(owner, admin.tables().get(catalog + ".s.t0").getOwner());
        admin.tables().delete(catalog + ".s.t1");
        Sentences.refused(NotFound.class, () -> admin.tables().get(catalog + ".s.t1"));
        drop(catalog);
    }

    void test_volumes_are_paged_changed_and_denied() {
        String catalog = newCatalog();
        admin.schemas().create(new CreateSchema().setName("s").setCatalogName(catalog));
        for (int i = 0; i < 3; i++) {
            admin.volumes().create(new CreateVolumeRequestContent()
                    .setCatalogName(catalog).setSchemaName("s").setName("v" + i).setVolumeType(VolumeType.MANAGED));
        }
        var request = new ListVolumesRequest().setCatalogName(catalog).setSchemaName("s").setMaxResults(1L);
        Sentences.equal(3, all(admin.volumes().list(request)).size());
        VolumeInfo changed = admin.volumes()
                .update(new UpdateVolumeRequestContent().setName(catalog + ".s.v0").setComment("files"));
        Sentences.equal("files", changed.getComment());
        Sentences.refused(NotFound.class, () -> second.volumes().read(catalog + ".s.v0"));
        Sentences.refused(NotFound.class, () -> second.volumes().delete(catalog + ".s.v0"));
        drop(catalog);
    }

    void test_users_and_groups_are_paged_changed_and_denied() {
        User user = admin.users().create(new User().setUserName(Sentences.unique("java") + "@example.com"));
        admin.users().update(new User()
                .setId(user.getId()).setUserName(user.getUserName()).setDisplayName("second"));
        Sentences.equal("second", admin.users().get(user.getId()).getDisplayName());
        Sentences.check(
                all(admin.users().list(new ListUsersRequest().setCount(1L))).stream()
                        .anyMatch(each -> each.getId().equals(user.getId())),
                "not on any page");
        Group group = admin.groups().create(new Group().setDisplayName(Sentences.unique("java")));
        admin.groups().update(new Group()
                .setId(group.getId())
                .setDisplayName(group.getDisplayName())
                .setMembers(List.of(new ComplexValue().setValue(user.getId()))));
        Sentences.equal(1, admin.groups().get(group.getId()).getMembers().size());
        Sentences.check(
                all(admin.groups().list(new ListGroupsRequest().setCount(2L))).stream()
                        .anyMatch(each -> each.getId().equals(group.getId())),
                "not on any page");
        Sentences.refused(PermissionDenied.class, () -> second.groups().delete(group.getId()));
        Sentences.refused(PermissionDenied.class, () -> second.users().delete(user.getId()));
        admin.groups().delete(group.getId());
        admin.users().delete(user.getId());
    }

    void test_tokens_of_others_are_listed_by_administrators_alone() {
        Sentences.check(!all(admin.tokens().list()).isEmpty(), "none of one's own");
        Sentences.check(!all(admin.tokenManagement().list(new ListTokenManagementRequest())).isEmpty(), "none");
        Sentences.refused(
                PermissionDenied.class, () -> all(second.tokenManagement().list(new ListTokenManagementRequest())));
    }

    void test_warehouses_are_created_read_paged_changed_deleted_and_denied() throws Exception {
        String name = Sentences.unique("java");
        GetWarehouseResponse made = admin.warehouses()
                .create(new CreateWarehouseRequest().setName(name).setClusterSize("2X-Small").setAutoStopMins(15L))
                .get();
        Sentences.equal(State.RUNNING, made.getState());
        admin.warehouses().edit(new EditWarehouseRequest().setId(made.getId()).setAutoStopMins(20L)).get();
        Sentences.equal(20L, admin.warehouses().get(made.getId()).getAutoStopMins());
        Sentences.check(
                all(admin.warehouses().list(new ListWarehousesRequest().setPageSize(1L))).stream()
                        .anyMatch(each -> each.getId().equals(made.getId())),
                "not on any page");
        Sentences.refused(NotFound.class, () -> second.warehouses().get(made.getId()));
        Sentences.refused(NotFound.class, () -> second.warehouses().delete(made.getId()));
        Sentences.refused(
                PermissionDenied.class, () -> second.warehouses().create(new CreateWarehouseRequest().setName(name + "x")));
        Sentences.equal(State.STOPPED, admin.warehouses().stop(new StopRequest().setId(made.getId())).get().getState());
        Sentences.equal(State.RUNNING, admin.warehouses().start(new StartRequest().setId(made.getId())).get().getState());
        admin.warehouses().delete(made.getId());
        Sentences.refused(NotFound.class, () -> admin.warehouses().get(made.getId()));
    }

    void test_statements_are_read_cancelled_and_denied() throws Exception {
        StatementResponse sent = admin.statementExecution().executeStatement(new ExecuteStatementRequest()
                .setWarehouseId(warehouse)
                .setWaitTimeout("0s")
                .setStatement("SELECT sum(a.id * b.id) FROM range(10000000) a CROSS JOIN range(10000000) b"));
        Sentences.refused(NotFound.class, () -> second.statementExecution().getStatement(sent.getStatementId()));
        admin.statementExecution().cancelExecution(new CancelExecutionRequest().setStatementId(sent.getStatementId()));
        StatementState state = StatementState.RUNNING;
        for (int i = 0; i < 300 && state != StatementState.CANCELED; i++) {
            Thread.sleep(100);
            state = admin.statementExecution().getStatement(sent.getStatementId()).getStatus().getState();
        }
        Sentences.equal(StatementState.CANCELED, state);
    }

    private void run(WorkspaceClient who, String sql) {
        StatementResponse response = who.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(warehouse).setStatement(sql).setWaitTimeout("50s"));
        Sentences.check(response.getStatus().getState() == StatementState.SUCCEEDED, response.getStatus());
    }
}
