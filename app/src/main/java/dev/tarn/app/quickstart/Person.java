package dev.tarn.app.quickstart;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import java.time.Duration;
import java.util.List;

/** Someone at the lakehouse: the official client with their token, and the screen that shows what they do. */
final class Person {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final WorkspaceClient client;
    private final String warehouse;
    private final Screen screen;

    Person(String name, String host, String token, String warehouse, Screen screen) {
        this.name = name;
        this.client = new WorkspaceClient(
                new DatabricksConfig().setHost(host).setToken(token).setAuthType("pat"));
        this.warehouse = warehouse;
        this.screen = screen;
    }

    /** As grants write it: a user name, or a service principal's application id. */
    String name() {
        return name;
    }

    WorkspaceClient client() {
        return client;
    }

    /**
     * Runs a statement that must succeed, and shows its rows.
     *
     * @param columns to show; all of them if none is named
     */
    void run(String sql, String... columns) {
        screen.statement(shown(), sql);
        long start = System.nanoTime();
        StatementResponse response = execute(sql);
        if (response.getStatus().getState() != StatementState.SUCCEEDED) {
            throw new IllegalStateException("The tour failed at: " + sql + System.lineSeparator() + error(response));
        }
        screen.table(response, List.of(columns));
        screen.took(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Runs a statement that must be refused, and shows why it was. */
    void mustFail(String sql) {
        screen.statement(shown(), sql);
        String refusal;
        try {
            StatementResponse response = execute(sql);
            if (response.getStatus().getState() == StatementState.SUCCEEDED) {
                throw new IllegalStateException("This must be refused, and was not: " + sql);
            }
            refusal = error(response);
        } catch (PermissionDenied | NotFound e) {
            refusal = String.valueOf(e.getMessage());
        }
        screen.refused(refusal);
    }

    private String shown() {
        return name.contains("-") ? "analyst" : name;
    }

    private StatementResponse execute(String sql) {
        StatementResponse response = client.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setStatement(sql)
                        .setWarehouseId(warehouse)
                        .setWaitTimeout("50s"));
        while (response.getStatus().getState() == StatementState.PENDING
                || response.getStatus().getState() == StatementState.RUNNING) {
            pause();
            response = client.statementExecution().getStatement(response.getStatementId());
        }
        return response;
    }

    private static String error(StatementResponse response) {
        return response.getStatus().getError() == null
                ? String.valueOf(response.getStatus().getState())
                : response.getStatus().getError().getMessage();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
