import io.unitycatalog.client.ApiClient;
import io.unitycatalog.client.ApiClientBuilder;
import io.unitycatalog.client.ApiException;
import io.unitycatalog.client.api.CatalogsApi;
import io.unitycatalog.client.api.GrantsApi;
import io.unitycatalog.client.api.SchemasApi;
import io.unitycatalog.client.api.TablesApi;
import io.unitycatalog.client.api.VolumesApi;
import io.unitycatalog.client.auth.TokenProvider;
import io.unitycatalog.client.model.CatalogInfo;
import io.unitycatalog.client.model.CreateCatalog;
import io.unitycatalog.client.model.CreateSchema;
import io.unitycatalog.client.model.CreateVolumeRequestContent;
import io.unitycatalog.client.model.ListCatalogsResponse;
import io.unitycatalog.client.model.ListSchemasResponse;
import io.unitycatalog.client.model.ListVolumesResponseContent;
import io.unitycatalog.client.model.PermissionsChange;
import io.unitycatalog.client.model.PermissionsList;
import io.unitycatalog.client.model.Privilege;
import io.unitycatalog.client.model.SecurableType;
import io.unitycatalog.client.model.UpdateCatalog;
import io.unitycatalog.client.model.UpdatePermissions;
import io.unitycatalog.client.model.UpdateSchema;
import io.unitycatalog.client.model.UpdateVolumeRequestContent;
import io.unitycatalog.client.model.VolumeType;
import java.util.List;
import java.util.Map;

/** {@code UnityCatalogClient URL ADMIN_TOKEN SECOND_TOKEN SECOND_NAME TABLE}. */
final class UnityCatalogClient {
    private final ApiClient admin;
    private final ApiClient second;
    private final String secondName;
    private final String table;

    private UnityCatalogClient(String[] arguments) {
        admin = client(arguments[0], arguments[1]);
        second = client(arguments[0], arguments[2]);
        secondName = arguments[3];
        table = arguments[4];
    }

    public static void main(String[] arguments) {
        Sentences.run(new UnityCatalogClient(arguments));
    }

    private static ApiClient client(String url, String token) {
        return ApiClientBuilder.create()
                .uri(url)
                .tokenProvider(TokenProvider.create(Map.of("type", "static", "token", token)))
                .build();
    }

    private CatalogInfo newCatalog() throws ApiException {
        return new CatalogsApi(admin).createCatalog(new CreateCatalog().name(Sentences.unique("uc")).comment("first"));
    }

    void test_a_catalog_is_created_read_changed_and_deleted() throws ApiException {
        CatalogsApi catalogs = new CatalogsApi(admin);
        CatalogInfo made = newCatalog();
        Sentences.equal("first", catalogs.getCatalog(made.getName()).getComment());
        Sentences.equal(
                "second",
                catalogs.updateCatalog(made.getName(), new UpdateCatalog().comment("second")).getComment());
        catalogs.deleteCatalog(made.getName(), true);
        Sentences.equal(
                404,
                Sentences.refused(ApiException.class, () -> catalogs.getCatalog(made.getName())).getCode());
    }

    void test_catalogs_are_listed_in_pages() throws ApiException {
        CatalogsApi catalogs = new CatalogsApi(admin);
        CatalogInfo made = newCatalog();
        boolean seen = false;
        String token = null;
        do {
            ListCatalogsResponse page = catalogs.listCatalogs(token, 2);
            seen |= page.getCatalogs().stream().anyMatch(each -> each.getName().equals(made.getName()));
            token = page.getNextPageToken();
        } while (token != null && !token.isEmpty());
        Sentences.check(seen, "not listed");
        catalogs.deleteCatalog(made.getName(), true);
    }

    void test_schemas_and_volumes_are_created_and_read() throws ApiException {
        CatalogInfo made = newCatalog();
        SchemasApi schemas = new SchemasApi(admin);
        schemas.createSchema(new CreateSchema().name("s").catalogName(made.getName()));
        Sentences.equal("s", schemas.getSchema(made.getName() + ".s").getName());
        VolumesApi volumes = new VolumesApi(admin);
        volumes.createVolume(new CreateVolumeRequestContent()
                .catalogName(made.getName()).schemaName("s").name("v").volumeType(VolumeType.MANAGED));
        Sentences.equal("v", volumes.getVolume(made.getName() + ".s.v").getName());
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }

    void test_grants_are_given_and_count() throws ApiException {
        CatalogInfo made = newCatalog();
        CatalogsApi theirs = new CatalogsApi(second);
        Sentences.refused(ApiException.class, () -> theirs.getCatalog(made.getName()));
        PermissionsList granted = new GrantsApi(admin)
                .update(
                        SecurableType.CATALOG,
                        made.getName(),
                        new UpdatePermissions()
                                .changes(List.of(new PermissionsChange()
                                        .principal(secondName)
                                        .add(List.of(Privilege.USE_CATALOG))
                                        .remove(List.of()))));
        Sentences.check(granted.toString().contains(secondName), granted);
        Sentences.equal(made.getName(), theirs.getCatalog(made.getName()).getName());
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }

    void test_a_catalog_that_sql_may_use_lists_its_tables() throws ApiException {
        CatalogInfo made = newCatalog();
        new SchemasApi(admin).createSchema(new CreateSchema().name("s").catalogName(made.getName()));
        Sentences.check(
                new TablesApi(admin).listTables(made.getName(), "s", 10, null).getTables() != null, "no list");
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }

    void test_schemas_are_paged_changed_deleted_and_denied() throws ApiException {
        CatalogInfo made = newCatalog();
        SchemasApi schemas = new SchemasApi(admin);
        for (int i = 0; i < 3; i++) {
            schemas.createSchema(new CreateSchema().name("s" + i).catalogName(made.getName()));
        }
        int seen = 0;
        String token = null;
        do {
            ListSchemasResponse page = schemas.listSchemas(made.getName(), 1, token);
            seen += page.getSchemas().size();
            token = page.getNextPageToken();
        } while (token != null && !token.isEmpty());
        Sentences.check(seen >= 3, seen);
        String name = made.getName() + ".s0";
        Sentences.equal(
                "second", schemas.updateSchema(name, new UpdateSchema().comment("second")).getComment());
        SchemasApi theirs = new SchemasApi(second);
        Sentences.refused(ApiException.class, () -> theirs.getSchema(name));
        Sentences.refused(ApiException.class, () -> theirs.deleteSchema(name, false));
        schemas.deleteSchema(name, false);
        Sentences.refused(ApiException.class, () -> schemas.getSchema(name));
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }

    void test_volumes_are_paged_changed_deleted_and_denied() throws ApiException {
        CatalogInfo made = newCatalog();
        new SchemasApi(admin).createSchema(new CreateSchema().name("s").catalogName(made.getName()));
        VolumesApi volumes = new VolumesApi(admin);
        for (int i = 0; i < 3; i++) {
            volumes.createVolume(new CreateVolumeRequestContent()
                    .catalogName(made.getName()).schemaName("s").name("v" + i).volumeType(VolumeType.MANAGED));
        }
        int seen = 0;
        String token = null;
        do {
            ListVolumesResponseContent page = volumes.listVolumes(made.getName(), "s", 1, token);
            seen += page.getVolumes().size();
            token = page.getNextPageToken();
        } while (token != null && !token.isEmpty());
        Sentences.equal(3, seen);
        String name = made.getName() + ".s.v0";
        Sentences.equal(
                "files",
                volumes.updateVolume(name, new UpdateVolumeRequestContent().comment("files")).getComment());
        Sentences.refused(ApiException.class, () -> new VolumesApi(second).getVolume(name));
        volumes.deleteVolume(name);
        Sentences.refused(ApiException.class, () -> volumes.getVolume(name));
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }

    void test_a_table_is_read_listed_denied_and_deleted() throws ApiException {
        String[] parts = table.split("\\.");
        TablesApi tables = new TablesApi(admin);
        Sentences.equal(parts[2], tables.getTable(table, null, null).getName());
        Sentences.equal(1, tables.listTables(parts[0], parts[1], 1, null).getTables().size());
        Sentences.refused(ApiException.class, () -> new TablesApi(second).getTable(table, null, null));
        Sentences.refused(ApiException.class, () -> new TablesApi(second).deleteTable(table));
        tables.deleteTable(table);
        Sentences.refused(ApiException.class, () -> tables.getTable(table, null, null));
    }

    void test_a_second_principal_creates_and_grants_nothing() throws ApiException {
        CatalogInfo made = newCatalog();
        Sentences.refused(
                ApiException.class,
                () -> new CatalogsApi(second).createCatalog(new CreateCatalog().name(Sentences.unique("uc"))));
        Sentences.refused(ApiException.class, () -> new CatalogsApi(second).deleteCatalog(made.getName(), true));
        Sentences.refused(
                ApiException.class,
                () -> new GrantsApi(second)
                        .update(
                                SecurableType.CATALOG,
                                made.getName(),
                                new UpdatePermissions()
                                        .changes(List.of(new PermissionsChange()
                                                .principal(secondName)
                                                .add(List.of(Privilege.USE_CATALOG))
                                                .remove(List.of())))));
        new CatalogsApi(admin).deleteCatalog(made.getName(), true);
    }
}
