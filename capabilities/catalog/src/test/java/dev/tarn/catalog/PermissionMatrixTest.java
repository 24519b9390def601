package dev.tarn.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tarn.access.Grants;
import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.db.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The permission matrix: every action tried through its door, once with each thing that Bob could hold, and nothing else but the
 * gates. What lets pass is written in docs/reference/actions.md and compared. To rewrite that page after a change that is meant:
 * {@code mvn -pl capabilities/catalog -am test -Dtest=PermissionMatrixTest -Dtarn.write=true}.
 */
class PermissionMatrixTest {
    private static final Path PAGE = Path.of(System.getProperty("tarn.root", "../.."), "docs/reference/actions.md");
    private static final String HEAD = """
            # Actions and the privileges they need

            Written by a test that tries every action with everything that one can hold; do not edit by hand.
            Every way but those marked with a star also needs USE CATALOG and USE SCHEMA on what the object lies in.
            ALL PRIVILEGES stands for every privilege in the list but MANAGE.

            | action | on | lets pass |
            |---|---|---|
            """;

    @TempDir
    Path folder;

    private CatalogRoom room;
    private CatalogModule catalog;
    private int worlds;

    /** One try of an action by a caller on the objects of a catalog of its own. */
    private interface Attempt {
        void by(Caller caller, String in);
    }

    private record Trial(SecurableType type, Attempt attempt) {}

    @BeforeEach
    void open() {
        room = new CatalogRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")));
        catalog = room.catalog;
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theReferencePageSaysWhatLetsPass() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        trials().forEach((action, trial) -> page.append("| %s | %s | %s |\n"
                .formatted(action, trial.type().words(), String.join(", ", passing(action, trial)))));
        for (CatalogAction action : CatalogAction.values()) {
            assertFalse(!trials().containsKey(action), "No trial of " + action);
        }
        if (Boolean.getBoolean("tarn.write") || !Files.exists(PAGE)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page.toString(), "docs/reference/actions.md is out of date");
    }

    private List<String> passing(CatalogAction action, Trial trial) {
        List<String> passing = new ArrayList<>();
        if (action != CatalogAction.EXTERNAL_USE_SCHEMA && !allowed(room.admin, trial, world())) {
            fail("The metastore's administrator cannot " + action + " though they may take it over");
        }
        boolean data =
                Set.of(CatalogAction.SELECT_TABLE, CatalogAction.MODIFY_TABLE).contains(action);
        assertFalse(
                allowed(room.ada, trial, world()) && action != CatalogAction.UPDATE_METASTORE,
                action + " needs nothing");
        for (Way way : ways(trial.type())) {
            String open = world();
            way.give(open);
            gates(open);
            if (!allowed(room.bob, trial, open)) {
                continue;
            }
            String closed = world();
            way.give(closed);
            boolean ungated = trial.type() != SecurableType.METASTORE
                    && trial.type() != SecurableType.CATALOG
                    && allowed(room.bob, trial, closed);
            passing.add(way.name() + (ungated ? "*" : ""));
        }
        assertFalse(data && passing.contains("MANAGE"), "MANAGE gives no rights on data");
        return passing;
    }

    /** Something that Bob is given. */
    private record Way(String name, java.util.function.Consumer<String> gift) {
        void give(String in) {
            gift.accept(in);
        }
    }

    private List<Way> ways(SecurableType type) {
        List<Way> ways = new ArrayList<>();
        if (type == SecurableType.METASTORE) {
            for (Privilege privilege : Privilege.grantable(type)) {
                ways.add(new Way(privilege.words(), in -> grant(type, "", privilege)));
            }
            return ways;
        }
        ways.add(new Way("owner of it", in -> own(type, name(type, in))));
        if (type != SecurableType.CATALOG) {
            ways.add(new Way("owner of the catalog", in -> own(SecurableType.CATALOG, in)));
        }
        if (type != SecurableType.CATALOG && type != SecurableType.SCHEMA) {
            ways.add(new Way("owner of the schema", in -> own(SecurableType.SCHEMA, in + ".s")));
        }
        for (Privilege privilege : Privilege.grantable(type)) {
            if (privilege != Privilege.ALL_PRIVILEGES) {
                ways.add(new Way(privilege.words(), in -> grant(type, name(type, in), privilege)));
            }
        }
        if (!Privilege.grantable(type).contains(Privilege.BROWSE)) {
            ways.add(new Way("BROWSE", in -> grant(SecurableType.SCHEMA, in + ".s", Privilege.BROWSE)));
        }
        return ways;
    }

    private void gates(String in) {
        grant(SecurableType.CATALOG, in, Privilege.USE_CATALOG);
        grant(SecurableType.SCHEMA, in + ".s", Privilege.USE_SCHEMA);
    }

    private void grant(SecurableType type, String name, Privilege privilege) {
        catalog.grants()
                .change(
                        room.admin,
                        type,
                        name,
                        List.of(new Grants.Change("bob@x.example", Set.of(privilege), Set.of())));
    }

    private void own(SecurableType type, String name) {
        catalog.grants().transfer(room.admin, type, name, "bob@x.example");
    }

    private static String name(SecurableType type, String in) {
        return switch (type) {
            case CATALOG -> in;
            case SCHEMA -> in + ".s";
            case TABLE -> in + ".s.t";
            case VOLUME -> in + ".s.v";
            default -> in + ".s.f";
        };
    }

    /** A catalog of its own with a schema, a table, a volume and a function, owned by the administrator; Bob holds nothing. */
    private String world() {
        catalog.grants()
                .change(
                        room.admin,
                        SecurableType.METASTORE,
                        "",
                        List.of(new Grants.Change(
                                "bob@x.example", Set.of(), Privilege.grantable(SecurableType.METASTORE))));
        String in = "c" + worlds++;
        catalog.catalogs().create(room.admin, new Catalogs.Draft(in, Optional.empty(), Map.of(), Optional.empty()));
        catalog.schemas()
                .create(
                        room.admin,
                        new SchemaName(in, "s"),
                        new Schemas.Draft(Optional.empty(), Map.of(), Optional.empty()));
        room.table(room.admin, in + ".s.t");
        catalog.volumes().create(room.admin, ObjectName.of(in, "s", "v"), Optional.empty(), Optional.empty());
        catalog.functions().create(room.admin, ObjectName.of(in, "s", "f"), "{}", false);
        return in;
    }

    /** Whether the door lets pass; anything but a clear refusal is a failure. */
    private static boolean allowed(Caller caller, Trial trial, String in) {
        try {
            trial.attempt().by(caller, in);
            return true;
        } catch (AppException e) {
            if (e.kind() != ErrorKind.PERMISSION_DENIED && e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    private Map<CatalogAction, Trial> trials() {
        Map<CatalogAction, Trial> trials = new EnumMap<>(CatalogAction.class);
        Optional<String> comment = Optional.of("x");
        Catalogs.Change ofCatalog =
                new Catalogs.Change(Optional.empty(), comment, Optional.empty(), Optional.empty(), Optional.empty());
        Schemas.Change ofSchema = new Schemas.Change(Optional.empty(), comment, Optional.empty(), Optional.empty());
        on(
                trials,
                SecurableType.METASTORE,
                CatalogAction.CREATE_CATALOG,
                (who, in) -> catalog.catalogs()
                        .create(who, new Catalogs.Draft(in + "new", Optional.empty(), Map.of(), Optional.empty())));
        on(
                trials,
                SecurableType.METASTORE,
                CatalogAction.UPDATE_METASTORE,
                (who, in) -> catalog.metastores().update(who, Optional.of("test"), Optional.empty(), Optional.empty()));
        on(
                trials,
                SecurableType.METASTORE,
                CatalogAction.MANAGE_ALLOWLIST,
                (who, in) -> catalog.allowlists().get(who, ArtifactAllowlists.Kind.LIBRARY_JAR));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.READ_CATALOG,
                (who, in) -> catalog.catalogs().get(who, in));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.UPDATE_CATALOG,
                (who, in) -> catalog.catalogs().update(who, in, ofCatalog));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.DELETE_CATALOG,
                (who, in) -> catalog.catalogs().delete(who, in, true));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.CREATE_SCHEMA,
                (who, in) -> catalog.schemas()
                        .create(
                                who,
                                new SchemaName(in, "new"),
                                new Schemas.Draft(Optional.empty(), Map.of(), Optional.empty())));
        on(
                trials,
                SecurableType.SCHEMA,
                CatalogAction.READ_SCHEMA,
                (who, in) -> catalog.schemas().get(who, new SchemaName(in, "s")));
        on(
                trials,
                SecurableType.SCHEMA,
                CatalogAction.UPDATE_SCHEMA,
                (who, in) -> catalog.schemas().update(who, new SchemaName(in, "s"), ofSchema));
        on(
                trials,
                SecurableType.SCHEMA,
                CatalogAction.DELETE_SCHEMA,
                (who, in) -> catalog.schemas().delete(who, new SchemaName(in, "s"), true));
        on(trials, SecurableType.SCHEMA, CatalogAction.CREATE_TABLE, (who, in) -> room.table(who, in + ".s.new"));
        on(
                trials,
                SecurableType.SCHEMA,
                CatalogAction.CREATE_VOLUME,
                (who, in) -> catalog.volumes()
                        .create(who, ObjectName.of(in, "s", "new"), Optional.empty(), Optional.empty()));
        on(
                trials,
                SecurableType.SCHEMA,
                CatalogAction.CREATE_FUNCTION,
                (who, in) -> catalog.functions().create(who, ObjectName.of(in, "s", "new"), "{}", false));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.READ_BINDINGS,
                (who, in) -> catalog.bindings().list(who, SecurableType.CATALOG, in));
        on(
                trials,
                SecurableType.CATALOG,
                CatalogAction.UPDATE_BINDINGS,
                (who, in) -> catalog.bindings().change(who, SecurableType.CATALOG, in, List.of(), List.of()));
        tables(trials);
        volumesAndFunctions(trials);
        on(
                trials,
                SecurableType.TABLE,
                CatalogAction.SEE_OBJECT,
                (who, in) -> catalog.grants().list(who, SecurableType.TABLE, in + ".s.t", Optional.empty()));
        on(
                trials,
                SecurableType.TABLE,
                CatalogAction.APPLY_TAG,
                (who, in) -> catalog.tags().set(who, TagTarget.of(SecurableType.TABLE, in + ".s.t"), Map.of("a", "b")));
        on(trials, SecurableType.SCHEMA, CatalogAction.EXTERNAL_USE_SCHEMA, this::vend);
        on(
                trials,
                SecurableType.TABLE,
                CatalogAction.UPDATE_PERMISSIONS,
                (who, in) -> catalog.grants()
                        .change(
                                who,
                                SecurableType.TABLE,
                                in + ".s.t",
                                List.of(new Grants.Change("ada@x.example", Set.of(Privilege.SELECT), Set.of()))));
        on(
                trials,
                SecurableType.TABLE,
                CatalogAction.TRANSFER_OWNERSHIP,
                (who, in) -> catalog.grants().transfer(who, SecurableType.TABLE, in + ".s.t", "ada@x.example"));
        return trials;
    }

    /** With every right on the table's data; the schema's own rule is what is tried. */
    private void vend(Caller who, String in) {
        catalog.metastores().update(room.admin, Optional.empty(), Optional.empty(), Optional.of(true));
        room.grant(SecurableType.TABLE, in + ".s.t", who, Privilege.SELECT);
        catalog.temporaryCredentials()
                .ofTable(
                        who, catalog.tables().get(room.admin, table(in)).value().id(), false);
    }

    private void tables(Map<CatalogAction, Trial> trials) {
        SecurableType type = SecurableType.TABLE;
        on(trials, type, CatalogAction.GET_TABLE, (who, in) -> catalog.tables().get(who, table(in)));
        for (CatalogAction action : List.of(CatalogAction.SELECT_TABLE, CatalogAction.MODIFY_TABLE)) {
            on(trials, type, action, (who, in) -> {
                if (catalog.tables().find(who, table(in), action).isEmpty()) {
                    throw CatalogErrors.tableNotFound(in);
                }
            });
        }
        on(trials, type, CatalogAction.ALTER_TABLE, (who, in) -> {
            Table table = catalog.tables().get(room.admin, table(in)).value();
            catalog.tables().sync(who, table.id(), table.columns(), Map.of(), Optional.empty());
        });
        on(
                trials,
                type,
                CatalogAction.UPDATE_TABLE,
                (who, in) -> catalog.tables().update(who, table(in), Optional.of("x"), Optional.empty()));
        on(
                trials,
                type,
                CatalogAction.DELETE_TABLE,
                (who, in) -> catalog.tables().drop(who, table(in)));
    }

    private void volumesAndFunctions(Map<CatalogAction, Trial> trials) {
        SecurableType volume = SecurableType.VOLUME;
        on(
                trials,
                volume,
                CatalogAction.GET_VOLUME,
                (who, in) -> catalog.volumes().get(who, volume(in)));
        on(
                trials,
                volume,
                CatalogAction.READ_VOLUME,
                (who, in) -> catalog.volumes().location(who, volume(in), false));
        on(
                trials,
                volume,
                CatalogAction.WRITE_VOLUME,
                (who, in) -> catalog.volumes().location(who, volume(in), true));
        on(
                trials,
                volume,
                CatalogAction.UPDATE_VOLUME,
                (who, in) -> catalog.volumes()
                        .update(who, volume(in), Optional.empty(), Optional.of("x"), Optional.empty()));
        on(
                trials,
                volume,
                CatalogAction.DELETE_VOLUME,
                (who, in) -> catalog.volumes().delete(who, volume(in)));
        SecurableType function = SecurableType.FUNCTION;
        ObjectNameOf f = in -> ObjectName.of(in, "s", "f");
        on(
                trials,
                function,
                CatalogAction.GET_FUNCTION,
                (who, in) -> catalog.functions().get(who, f.in(in)));
        on(
                trials,
                function,
                CatalogAction.EXECUTE_FUNCTION,
                (who, in) -> catalog.functions().executable(who, f.in(in)));
        on(
                trials,
                function,
                CatalogAction.UPDATE_FUNCTION,
                (who, in) -> catalog.functions().transfer(who, f.in(in), "ada@x.example"));
        on(
                trials,
                function,
                CatalogAction.DELETE_FUNCTION,
                (who, in) -> catalog.functions().delete(who, f.in(in)));
    }

    private interface ObjectNameOf {
        ObjectName in(String catalog);
    }

    private static ObjectName table(String in) {
        return ObjectName.of(in, "s", "t");
    }

    private static ObjectName volume(String in) {
        return ObjectName.of(in, "s", "v");
    }

    private static void on(
            Map<CatalogAction, Trial> trials, SecurableType type, CatalogAction action, Attempt attempt) {
        trials.put(action, new Trial(type, attempt));
    }
}
