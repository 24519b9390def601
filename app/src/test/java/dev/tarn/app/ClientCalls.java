package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What tests say to the server by the official SDK. */
final class ClientCalls {
    private ClientCalls() {}

    static WorkspaceClient client(String token, Optional<String> workspace) {
        DatabricksConfig config = new DatabricksConfig()
                .setHost(ServerUnderTest.APP.url())
                .setToken(token)
                .setAuthType("pat");
        workspace.ifPresent(config::setWorkspaceId);
        return new WorkspaceClient(config);
    }

    static StatementResponse attempt(WorkspaceClient who, String statement) {
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

    static List<? extends Collection<String>> rows(WorkspaceClient who, String statement) {
        StatementResponse response = attempt(who, statement);
        assertEquals(
                StatementState.SUCCEEDED,
                response.getStatus().getState(),
                () -> statement + ": " + response.getStatus().getError().getMessage());
        return response.getResult() == null || response.getResult().getDataArray() == null
                ? List.of()
                : List.copyOf(response.getResult().getDataArray());
    }

    static String refusal(WorkspaceClient who, String statement) {
        StatementResponse response = attempt(who, statement);
        assertEquals(StatementState.FAILED, response.getStatus().getState(), statement);
        return response.getStatus().getError().getMessage();
    }

    static int status(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(DatabricksError.class, call).getStatusCode();
    }
}
