package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.Channel;
import com.databricks.sdk.service.sql.ChannelName;
import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.CreateWarehouseRequestWarehouseType;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.EndpointTagPair;
import com.databricks.sdk.service.sql.EndpointTags;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.GetWarehouseResponse;
import com.databricks.sdk.service.sql.ListQueryHistoryRequest;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.QueryStatus;
import com.databricks.sdk.service.sql.SetWorkspaceWarehouseConfigRequest;
import com.databricks.sdk.service.sql.SetWorkspaceWarehouseConfigRequestSecurityPolicy;
import com.databricks.sdk.service.sql.SpotInstancePolicy;
import com.databricks.sdk.service.sql.StartRequest;
import com.databricks.sdk.service.sql.State;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.sql.StopRequest;
import com.databricks.sdk.service.sql.WarehouseAccessControlRequest;
import com.databricks.sdk.service.sql.WarehousePermissionLevel;
import com.databricks.sdk.service.sql.WarehousePermissionsRequest;
import dev.tarn.core.Json;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.http.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK, and bare HTTP, against this room behind the real server. */
class SqlApiTest {
    @TempDir
    static Path folder;

    private static final ArrayEngine ENGINE = new ArrayEngine();
    private static SqlRoom room;
    private static SqlServer server;
    private static WorkspaceClient admin;
    private static WorkspaceClient ada;
    private static WorkspaceClient bob;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), SqlRoom.config(folder), ENGINE);
        server = new SqlServer(room, folder);
        admin = server.client("admin");
        ada = server.client("ada");
        bob = server.client("bob");
    }

    @AfterAll
    static void stop() {
        ENGINE.release();
        server.close();
        room.close();
    }

    private static StatementResponse execute(WorkspaceClient client, String text) {
        return client.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(room.warehouse)
                        .setStatement(text)
                        .setWaitTimeout("20s"));
    }

    private String send(String method, String path, String token, String body, int expected)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : server.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        assertEquals(expected, response.statusCode(), response.body());
        return response.body();
    }

    @Test
    void aWarehouseLivesItsLifeThroughTheSdk() {
        String id = admin.warehouses()
                .create(new CreateWarehouseRequest()
                        .setName("Life")
                        .setClusterSize("Small")
                        .setAutoStopMins(10L)
                        .setMaxNumClusters(3L)
                        .setEnablePhoton(false)
                        .setWarehouseType(CreateWarehouseRequestWarehouseType.PRO)
                        .setSpotInstancePolicy(SpotInstancePolicy.RELIABILITY_OPTIMIZED)
                        .setChannel(new Channel().setName(ChannelName.CHANNEL_NAME_PREVIEW))
                        .setTags(new EndpointTags()
                                .setCustomTags(List.of(
                                        new EndpointTagPair().setKey("k").setValue("v")))))
                .getResponse()
                .getId();
        GetWarehouseResponse read = admin.warehouses().get(id);
        assertEquals("Life", read.getName());
        assertEquals("Small", read.getClusterSize());
        assertEquals(10L, read.getAutoStopMins());
        assertEquals(1L, read.getMinNumClusters());
        assertEquals(3L, read.getMaxNumClusters());
        assertEquals(false, read.getEnablePhoton());
        assertEquals("PRO", read.getWarehouseType().name());
        assertEquals(SpotInstancePolicy.RELIABILITY_OPTIMIZED, read.getSpotInstancePolicy());
        assertEquals(ChannelName.CHANNEL_NAME_PREVIEW, read.getChannel().getName());
        assertEquals("v", read.getTags().getCustomTags().iterator().next().getValue());
        assertEquals(State.RUNNING, read.getState());
        assertEquals("/sql/1.0/warehouses/" + id, read.getOdbcParams().getPath());
        assertTrue(read.getJdbcUrl().startsWith("jdbc:databricks://127.0.0.1:"), read.getJdbcUrl());
        assertEquals("admin@x", read.getCreatorName());

        admin.warehouses()
                .edit(new EditWarehouseRequest().setId(id).setName("Lives").setAutoStopMins(0L));
        GetWarehouseResponse edited = admin.warehouses().get(id);
        assertEquals("Lives", edited.getName());
        assertEquals(0L, edited.getAutoStopMins());
        assertEquals("Small", edited.getClusterSize());

        admin.warehouses().stop(new StopRequest().setId(id));
        assertEquals(State.STOPPED, admin.warehouses().get(id).getState());
        admin.warehouses().start(new StartRequest().setId(id));
        assertEquals(State.RUNNING, admin.warehouses().get(id).getState());
        List<String> names = new ArrayList<>();
        admin.warehouses().list(new ListWarehousesRequest().setPageSize(1L)).forEach(w -> names.add(w.getName()));
        assertTrue(names.containsAll(List.of("Lives", "W")), names.toString());
        admin.warehouses().delete(id);
        assertThrows(NotFound.class, () -> admin.warehouses().get(id));
    }

    @Test
    void permissionsDecideWhatASecondPrincipalMayDo() {
        String id = admin.warehouses()
                .create(new CreateWarehouseRequest().setName("Guarded"))
                .getResponse()
                .getId();
        assertThrows(NotFound.class, () -> bob.warehouses().get(id));
        assertThrows(NotFound.class, () -> bob.warehouses().getPermissions(id));
        assertThrows(NotFound.class, () -> bob.warehouses().getPermissionLevels(id));
        assertThrows(NotFound.class, () -> bob.warehouses().start(new StartRequest().setId(id)));
        assertThrows(NotFound.class, () -> bob.warehouses().stop(new StopRequest().setId(id)));
        assertThrows(NotFound.class, () -> bob.warehouses().delete(id));
        assertThrows(NotFound.class, () -> bob.warehouses().edit(new EditWarehouseRequest().setId(id)));
        assertThrows(
                PermissionDenied.class, () -> bob.warehouses().create(new CreateWarehouseRequest().setName("Bob's")));
        assertThrows(PermissionDenied.class, () -> bob.warehouses().getWorkspaceWarehouseConfig());
        assertThrows(
                PermissionDenied.class,
                () -> bob.warehouses().setWorkspaceWarehouseConfig(new SetWorkspaceWarehouseConfigRequest()));
        admin.warehouses()
                .updatePermissions(new WarehousePermissionsRequest()
                        .setWarehouseId(id)
                        .setAccessControlList(List.of(new WarehouseAccessControlRequest()
                                .setUserName("bob@x")
                                .setPermissionLevel(WarehousePermissionLevel.CAN_USE))));
        bob.warehouses().start(new StartRequest().setId(id));
        assertThrows(PermissionDenied.class, () -> bob.warehouses().stop(new StopRequest().setId(id)));
        var acl = admin.warehouses().getPermissions(id);
        assertEquals("/sql/warehouses/" + id, acl.getObjectId());
        assertTrue(acl.getAccessControlList().stream()
                .anyMatch(line -> "bob@x".equals(line.getUserName())
                        && line.getAllPermissions().iterator().next().getPermissionLevel()
                                == WarehousePermissionLevel.CAN_USE));
        assertEquals(
                5,
                admin.warehouses().getPermissionLevels(id).getPermissionLevels().size());
    }

    @Test
    void theWorkspacesSettingsAreGivenBack() {
        admin.warehouses()
                .setWorkspaceWarehouseConfig(new SetWorkspaceWarehouseConfigRequest()
                        .setSecurityPolicy(SetWorkspaceWarehouseConfigRequestSecurityPolicy.DATA_ACCESS_CONTROL));
        assertEquals(
                "DATA_ACCESS_CONTROL",
                admin.warehouses()
                        .getWorkspaceWarehouseConfig()
                        .getSecurityPolicy()
                        .name());
    }

    @Test
    void aStatementAnswersInTheVendorsShape() {
        StatementResponse response = execute(ada, "rows 4");
        assertEquals(StatementState.SUCCEEDED, response.getStatus().getState());
        assertEquals(4L, response.getManifest().getTotalRowCount());
        assertEquals(1L, response.getManifest().getTotalChunkCount());
        assertEquals(2L, response.getManifest().getSchema().getColumnCount());
        var column = response.getManifest().getSchema().getColumns().iterator().next();
        assertEquals("LONG", column.getTypeName().name());
        assertEquals("BIGINT", column.getTypeText());
        List<List<String>> rows = new ArrayList<>();
        response.getResult().getDataArray().forEach(row -> rows.add(new ArrayList<>(row)));
        assertEquals(List.of("0", "n0"), rows.get(0));
        assertNull(rows.get(3).get(1));
        StatementResponse again = ada.statementExecution().getStatement(response.getStatementId());
        assertEquals(4L, again.getResult().getRowCount());
    }

    @Test
    void anErrorHasItsCodeMessageAndSqlState() {
        StatementResponse response = execute(ada, "missing");
        assertEquals(StatementState.FAILED, response.getStatus().getState());
        assertEquals(
                "BAD_REQUEST", response.getStatus().getError().getErrorCode().name());
        assertTrue(response.getStatus().getError().getMessage().startsWith("[TABLE_OR_VIEW_NOT_FOUND]"));
        assertEquals("42P01", response.getStatus().getSqlState());
    }

    @Test
    void linksAreFetchedWithoutATokenAndAreWorthlessWhenChanged() throws Exception {
        StatementResponse response = ada.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(room.warehouse)
                        .setStatement("rows 3")
                        .setDisposition(com.databricks.sdk.service.sql.Disposition.EXTERNAL_LINKS)
                        .setFormat(Format.CSV)
                        .setWaitTimeout("20s"));
        var link = response.getResult().getExternalLinks().iterator().next();
        assertTrue(link.getExternalLink().startsWith(server.url()), link.getExternalLink());
        assertEquals("id,name\r\n0,n0\r\n1,n1\r\n2,n2\r\n", send("GET", link.getExternalLink(), "", "", 200));
        String text = link.getExternalLink();
        char last = text.charAt(text.length() - 1);
        send("GET", text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0'), "", "", 403);
        send("GET", text.replace("/0?", "/1?"), "", "", 403);
        send("GET", text.replaceAll("expires=\\d+", "expires=99999999999999"), "", "", 403);
        send("GET", text.replaceAll("expires=\\d+", "expires=x"), "", "", 403);
        send("GET", text.replaceAll("/0\\?", "/99999999999999999999?"), "", "", 403);
        send("GET", text.replaceAll("&signature=.*", ""), "admin", "", 403);
    }

    @Test
    void whatIsNotASubmittersIsNotThere() {
        String id = execute(ada, "rows 2").getStatementId();
        assertThrows(NotFound.class, () -> bob.statementExecution().getStatement(id));
        assertThrows(
                NotFound.class,
                () -> bob.statementExecution().cancelExecution(new CancelExecutionRequest().setStatementId(id)));
        assertThrows(NotFound.class, () -> bob.statementExecution().getStatementResultChunkN(id, 0L));
        assertThrows(NotFound.class, () -> admin.statementExecution().getStatement(id));
        assertThrows(NotFound.class, () -> execute(bob, "rows 1"));
        assertEquals(
                2L, ada.statementExecution().getStatementResultChunkN(id, 0L).getRowCount());
    }

    @Test
    void cancellingThroughTheApiStopsTheWork() {
        String id = ada.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(room.warehouse)
                        .setStatement("block")
                        .setWaitTimeout("0s"))
                .getStatementId();
        SqlRoom.await(() -> ENGINE.running.get() == 1);
        ada.statementExecution().cancelExecution(new CancelExecutionRequest().setStatementId(id));
        assertEquals(
                StatementState.CANCELED,
                ada.statementExecution().getStatement(id).getStatus().getState());
        SqlRoom.await(() -> ENGINE.running.get() == 0);
    }

    @Test
    void parametersBindByNameAndMayBeNull() {
        StatementResponse response = ada.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(room.warehouse)
                        .setStatement("echo")
                        .setParameters(List.of(
                                new StatementParameterListItem()
                                        .setName("a")
                                        .setValue("1")
                                        .setType("INT"),
                                new StatementParameterListItem().setName("b")))
                        .setWaitTimeout("20s"));
        List<String> values = new ArrayList<>();
        response.getResult().getDataArray().forEach(row -> values.add(String.join("=", row)));
        assertEquals(List.of("a=1:INT", "b=NULL:STRING"), values);
    }

    @Test
    void theHistoryIsListedFilteredAndPaged() {
        execute(ada, "rows 11");
        execute(ada, "missing");
        var failed = ada.queryHistory()
                .list(new ListQueryHistoryRequest()
                        .setFilterBy(new com.databricks.sdk.service.sql.QueryFilter()
                                .setStatuses(List.of(QueryStatus.FAILED))
                                .setWarehouseIds(List.of(room.warehouse)))
                        .setIncludeMetrics(true)
                        .setMaxResults(1L));
        assertEquals(1, failed.getRes().size());
        var query = failed.getRes().iterator().next();
        assertEquals(QueryStatus.FAILED, query.getStatus());
        assertEquals("ada@x", query.getUserName());
        assertTrue(query.getErrorMessage().contains("TABLE_OR_VIEW_NOT_FOUND"));
        assertTrue(query.getMetrics().getTotalTimeMs() >= 0);
        var first = ada.queryHistory().list(new ListQueryHistoryRequest().setMaxResults(1L));
        assertTrue(first.getHasNextPage());
        var second = ada.queryHistory()
                .list(new ListQueryHistoryRequest().setMaxResults(1L).setPageToken(first.getNextPageToken()));
        assertNotEquals(
                first.getRes().iterator().next().getQueryId(),
                second.getRes().iterator().next().getQueryId());
        assertTrue(bob.queryHistory().list(new ListQueryHistoryRequest()).getRes().stream()
                .noneMatch(found -> found.getUserName().equals("ada@x")));
    }

    @Test
    void theDriversFormOfAStatementIsUnderstood() throws Exception {
        String answer = send("POST", "/api/2.0/sql/statements/", "ada", """
                {"statement":"rows 2","warehouse_id":"%s","session_id":"s","disposition":"INLINE_OR_EXTERNAL_LINKS",
                 "format":"ARROW_STREAM","on_wait_timeout":"CONTINUE","wait_timeout":"20s","result_compression":"LZ4_FRAME"}
                """.formatted(room.warehouse), 200);
        var json = Json.readTree(answer);
        assertEquals("JSON_ARRAY", json.at("/manifest/format").asText());
        assertEquals("1", json.at("/result/data_array/1/0").asText());
        String id = json.get("statement_id").asText();
        send("DELETE", "/api/2.0/sql/statements/" + id, "bob", "", 404);
        send("DELETE", "/api/2.0/sql/statements/" + id, "ada", "", 200);
        String closed = send("GET", "/api/2.0/sql/statements/" + id, "ada", "", 200);
        assertEquals("CLOSED", Json.readTree(closed).at("/status/state").asText());
    }

    @Test
    void badInputIsAClearRefusal() throws Exception {
        String path = "/api/2.0/sql/statements";
        for (String body : List.of(
                "{",
                "[]",
                "{}",
                "{\"statement\":\"rows 1\"}",
                "{\"statement\":1,\"warehouse_id\":{}}",
                "{\"statement\":\"\",\"warehouse_id\":\"%s\"}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"wait_timeout\":\"1h\"}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"format\":\"XML\"}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"format\":\"CSV\"}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"row_limit\":-1}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"parameters\":[null]}",
                "{\"statement\":\"rows 1\",\"warehouse_id\":\"%s\",\"parameters\":[{\"name\":\"a\",\"type\":\"x\"}]}")) {
            String answer = send("POST", path, "ada", body.replace("%s", room.warehouse), 400);
            assertTrue(answer.contains("error_code"), answer);
        }
        send("POST", path, "ada", "{\"statement\":\"rows 1\",\"warehouse_id\":\"../x\"}", 404);
        send("GET", path + "/nothing", "ada", "", 404);
        send("GET", path + "/nothing/result/chunks/0", "ada", "", 404);
        send("GET", path + "/nothing/result/chunks/x", "ada", "", 400);
        String id = execute(ada, "rows 1").getStatementId();
        send("GET", path + "/" + id + "/result/chunks/7", "ada", "", 400);
        send("GET", path + "/" + id + "/result/chunks/-1", "ada", "", 400);
        send("POST", "/api/2.0/sql/warehouses", "admin", "{\"name\":\"Bad\",\"cluster_size\":\"Huge\"}", 400);
        send("POST", "/api/2.0/sql/warehouses", "admin", "{\"name\":\"Bad\",\"auto_stop_mins\":3}", 400);
        send("POST", "/api/2.0/sql/warehouses", "admin", "{\"name\":\"W\"}", 409);
        send("POST", "/api/2.0/sql/warehouses", "admin", "{}", 400);
        send(
                "POST",
                "/api/2.0/sql/warehouses",
                "admin",
                "{\"name\":\"Bad\",\"tags\":{\"custom_tags\":[null,{\"value\":\"v\"}]}}",
                400);
        send("GET", "/api/2.0/sql/history/queries?page_token=%25%25", "ada", "", 400);
        send("GET", "/api/2.0/sql/history/queries?max_results=-1", "ada", "", 400);
        send("GET", "/api/2.0/sql/history/queries?filter_by.statuses=NONE", "ada", "", 400);
        send("GET", "/api/2.0/sql/history/queries?filter_by.query_start_time_range.start_time_ms=-5", "ada", "", 200);
        send("GET", "/api/2.0/sql/history/queries?page_token=OTk5OTk5OTk5OTk5OTk5OTk5OTk", "ada", "", 200);
    }

    @Test
    void everyRouteButTheSignedLinksWantsACaller() throws Exception {
        int checked = 0;
        for (Route route : server.routes.all()) {
            if (!route.served()) {
                continue;
            }
            String path = route.template().replaceAll("\\{[^}]*}", "1");
            send(route.method(), path, "", "{}", route.open() ? 403 : 401);
            checked++;
        }
        assertTrue(checked >= 20, "routes: " + checked);
    }
}
