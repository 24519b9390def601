package dev.tarn.catalog.engine;

import dev.tarn.access.Grants;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.ObjectName;
import dev.tarn.core.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who was given what: {@code *_privileges} of {@code information_schema}. Who does not manage an object sees their own grants on it. */
final class GrantRelations {
    private static final String OBJECT =
            "%1$s_catalog string, %1$s_schema string, %1$s_name string, privilege_type string, is_grantable string, inherited_from string";
    private static final String PEOPLE = "grantor string, grantee string, ";

    private final CatalogModule catalog;
    private final InformationSchema schema;

    GrantRelations(CatalogModule catalog, InformationSchema schema) {
        this.catalog = catalog;
        this.schema = schema;
    }

    List<SystemRelations.Source> sources() {
        return List.of(
                schema.source(
                        "catalog_privileges",
                        PEOPLE
                                + "catalog_name string, privilege_type string, is_grantable string, inherited_from string",
                        (caller, owned) -> rows(
                                caller,
                                SecurableType.CATALOG,
                                List.of(owned.value().name()))),
                schema.source(
                        "schema_privileges",
                        PEOPLE
                                + "catalog_name string, schema_name string, privilege_type string, is_grantable string,"
                                + " inherited_from string",
                        (caller, owned) -> schema.schemas(caller, owned).stream()
                                .flatMap(found -> rows(
                                        caller,
                                        SecurableType.SCHEMA,
                                        List.of(
                                                found.value().name().catalog(),
                                                found.value().name().schema()))
                                        .stream())
                                .toList()),
                schema.source(
                        "table_privileges",
                        PEOPLE + OBJECT.formatted("table"),
                        (caller, owned) -> schema.tables(caller, owned).stream()
                                .flatMap(found ->
                                        rows(
                                                caller,
                                                SecurableType.TABLE,
                                                parts(found.value().name()))
                                                .stream())
                                .toList()),
                schema.source(
                        "volume_privileges",
                        PEOPLE + OBJECT.formatted("volume"),
                        (caller, owned) -> schema.volumes(caller, owned).stream()
                                .flatMap(found ->
                                        rows(
                                                caller,
                                                SecurableType.VOLUME,
                                                parts(found.value().name()))
                                                .stream())
                                .toList()));
    }

    private List<List<Object>> rows(Caller caller, SecurableType type, List<String> name) {
        List<List<Object>> rows = new ArrayList<>();
        for (Grants.Effective grant :
                catalog.grants().effective(caller, type, String.join(".", name), Optional.empty())) {
            List<Object> row = new ArrayList<>(
                    InformationSchema.row(null, grant.principal().name()));
            row.addAll(name);
            row.add(grant.privilege().name());
            row.add("NO");
            row.add(grant.inheritedType().map(SecurableType::name).orElse("NONE"));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> parts(ObjectName name) {
        return List.of(name.schema().catalog(), name.schema().schema(), name.name());
    }
}
