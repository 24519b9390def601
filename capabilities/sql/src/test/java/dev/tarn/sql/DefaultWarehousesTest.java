package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.ResourceAlreadyExists;
import com.databricks.sdk.service.sql.CreateDefaultWarehouseOverrideRequest;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.DataSource;
import com.databricks.sdk.service.sql.DefaultWarehouseOverride;
import com.databricks.sdk.service.sql.DefaultWarehouseOverrideType;
import com.databricks.sdk.service.sql.ListDefaultWarehouseOverridesRequest;
import com.databricks.sdk.service.sql.UpdateDefaultWarehouseOverrideRequest;
import com.google.protobuf.FieldMask;
import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users' own default warehouses and the older list of data sources, by the official SDK. */
class DefaultWarehousesTest {
    private static final String MINE = "default-warehouse-overrides/me";

    @TempDir
    Path folder;

    private SqlRoom room;
    private SqlServer server;
    private WorkspaceClient admin;
    private WorkspaceClient ada;
    private WorkspaceClient bob;

    @BeforeEach
    void start() {
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), SqlRoom.config(folder), new ArrayEngine());
        server = new SqlServer(room, folder);
        admin = server.client("admin");
        ada = server.client("ada");
        bob = server.client("bob");
    }

    @AfterEach
    void stop() {
        server.close();
        room.close();
    }

    private static CreateDefaultWarehouseOverrideRequest custom(String id, String warehouse) {
        return new CreateDefaultWarehouseOverrideRequest()
                .setDefaultWarehouseOverrideId(id)
                .setDefaultWarehouseOverride(new DefaultWarehouseOverride()
                        .setType(DefaultWarehouseOverrideType.CUSTOM)
                        .setWarehouseId(warehouse));
    }

    private static List<DefaultWarehouseOverride> all(WorkspaceClient client) {
        List<DefaultWarehouseOverride> all = new ArrayList<>();
        client.warehouses()
                .listDefaultWarehouseOverrides(new ListDefaultWarehouseOverridesRequest())
                .forEach(all::add);
        return all;
    }

    @Test
    void aUserKeepsADefaultOfTheirOwn() {
        var made = ada.warehouses().createDefaultWarehouseOverride(custom("me", room.warehouse));
        assertEquals(SqlRoom.ADA.id(), made.getDefaultWarehouseOverrideId());
        assertEquals(
                room.warehouse,
                ada.warehouses().getDefaultWarehouseOverride(MINE).getWarehouseId());
        assertThrows(
                ResourceAlreadyExists.class,
                () -> ada.warehouses().createDefaultWarehouseOverride(custom("me", room.warehouse)));
        ada.warehouses()
                .updateDefaultWarehouseOverride(new UpdateDefaultWarehouseOverrideRequest()
                        .setName(MINE)
                        .setUpdateMask(FieldMask.newBuilder().addPaths("type").build())
                        .setDefaultWarehouseOverride(
                                new DefaultWarehouseOverride().setType(DefaultWarehouseOverrideType.LAST_SELECTED)));
        assertNull(ada.warehouses().getDefaultWarehouseOverride(MINE).getWarehouseId());
        ada.warehouses().deleteDefaultWarehouseOverride(MINE);
        assertThrows(NotFound.class, () -> ada.warehouses().getDefaultWarehouseOverride(MINE));
    }

    @Test
    void theDefaultOfAnotherIsHiddenExceptFromAdministrators() {
        ada.warehouses().createDefaultWarehouseOverride(custom("me", room.warehouse));
        String hers = "default-warehouse-overrides/" + SqlRoom.ADA.id();
        assertThrows(NotFound.class, () -> bob.warehouses().getDefaultWarehouseOverride(hers));
        assertThrows(NotFound.class, () -> bob.warehouses().deleteDefaultWarehouseOverride(hers));
        assertThrows(
                NotFound.class,
                () -> bob.warehouses().createDefaultWarehouseOverride(custom(SqlRoom.ADA.id(), room.warehouse)));
        assertEquals(List.of(), all(bob));
        assertEquals(1, all(ada).size());
        assertEquals(1, all(admin).size());
        admin.warehouses().deleteDefaultWarehouseOverride(hers);
        assertEquals(List.of(), all(ada));
    }

    @Test
    void onlyAWarehouseThatOneMayUseIsADefaultAndItGoesWithTheWarehouse() {
        String secret = admin.warehouses()
                .create(new CreateWarehouseRequest().setName("Secret"))
                .getResponse()
                .getId();
        assertThrows(NotFound.class, () -> ada.warehouses().createDefaultWarehouseOverride(custom("me", secret)));
        admin.warehouses().createDefaultWarehouseOverride(custom("me", secret));
        admin.warehouses().delete(secret);
        assertThrows(NotFound.class, () -> admin.warehouses().getDefaultWarehouseOverride(MINE));
    }

    @Test
    void theTypeAndTheWarehouseBelongTogether() {
        assertThrows(BadRequest.class, () -> ada.warehouses().createDefaultWarehouseOverride(custom("me", "")));
        assertThrows(
                BadRequest.class,
                () -> ada.warehouses()
                        .createDefaultWarehouseOverride(
                                new CreateDefaultWarehouseOverrideRequest().setDefaultWarehouseOverrideId("me")));
        assertThrows(
                NotFound.class,
                () -> ada.warehouses()
                        .updateDefaultWarehouseOverride(new UpdateDefaultWarehouseOverrideRequest()
                                .setName(MINE)
                                .setUpdateMask(
                                        FieldMask.newBuilder().addPaths("*").build())
                                .setDefaultWarehouseOverride(new DefaultWarehouseOverride()
                                        .setType(DefaultWarehouseOverrideType.LAST_SELECTED))));
    }

    @Test
    void dataSourcesAreTheWarehousesThatOneMaySee() {
        admin.warehouses().create(new CreateWarehouseRequest().setName("Hidden"));
        List<String> names = new ArrayList<>();
        ada.dataSources().list().forEach(source -> names.add(source.getName()));
        assertEquals(1, names.size());
        List<DataSource> every = new ArrayList<>();
        admin.dataSources().list().forEach(every::add);
        assertEquals(2, every.size());
        assertTrue(every.stream().allMatch(source -> source.getId().equals(source.getWarehouseId())));
    }
}
