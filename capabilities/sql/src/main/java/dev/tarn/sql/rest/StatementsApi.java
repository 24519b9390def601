package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ExecuteStatementRequestOnWaitTimeout;
import com.databricks.sdk.service.sql.GetStatementRequest;
import com.databricks.sdk.service.sql.GetStatementResultChunkNRequest;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.StatementExecutionService;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import dev.tarn.sql.Disposition;
import dev.tarn.sql.ResultFormat;
import dev.tarn.sql.StatementRequest;
import dev.tarn.sql.StatementRequest.OnTimeout;
import dev.tarn.sql.StatementRequest.ResultOptions;
import dev.tarn.sql.StatementRequest.Waiting;
import dev.tarn.sql.Statements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Statement Execution API. */
public final class StatementsApi implements StatementExecutionService {
    private static final int LONGEST_NAME = 255;

    private final Caller caller;
    private final Statements statements;
    private final boolean inlineIfSmall;
    private final StatementAnswers answers;

    /** @param inlineIfSmall whether EXTERNAL_LINKS stands for INLINE_OR_EXTERNAL_LINKS */
    public StatementsApi(Caller caller, Statements statements, boolean inlineIfSmall) {
        this.caller = caller;
        this.statements = statements;
        this.inlineIfSmall = inlineIfSmall;
        this.answers = new StatementAnswers(caller.request().origin());
    }

    @Override
    public StatementResponse executeStatement(ExecuteStatementRequest request) {
        Statement statement = new Statement(text(request.getStatement()), parameters(request.getParameters()));
        SessionOptions session = new SessionOptions(
                name("catalog", request.getCatalog()), name("schema", request.getSchema()), Map.of());
        return answers.statement(statements.execute(
                caller,
                new StatementRequest(
                        text(request.getWarehouseId()), statement, session, result(request), waiting(request))));
    }

    @Override
    public StatementResponse getStatement(GetStatementRequest request) {
        return answers.statement(statements.get(caller, request.getStatementId()));
    }

    @Override
    public void cancelExecution(CancelExecutionRequest request) {
        statements.cancel(caller, request.getStatementId());
    }

    @Override
    public ResultData getStatementResultChunkN(GetStatementResultChunkNRequest request) {
        return answers.chunk(statements.chunk(caller, request.getStatementId(), request.getChunkIndex()));
    }

    private ResultOptions result(ExecuteStatementRequest request) {
        Disposition disposition = request.getDisposition() == null
                ? Disposition.INLINE
                : Disposition.valueOf(request.getDisposition().name());
        if (inlineIfSmall) {
            disposition = Disposition.INLINE_OR_EXTERNAL_LINKS;
        }
        ResultFormat format = request.getFormat() == null
                ? ResultFormat.JSON_ARRAY
                : ResultFormat.valueOf(request.getFormat().name());
        return new ResultOptions(
                disposition,
                format,
                Optional.ofNullable(request.getRowLimit()),
                Optional.ofNullable(request.getByteLimit()));
    }

    private static Waiting waiting(ExecuteStatementRequest request) {
        OnTimeout onTimeout = request.getOnWaitTimeout() == ExecuteStatementRequestOnWaitTimeout.CANCEL
                ? OnTimeout.CANCEL
                : OnTimeout.CONTINUE;
        String timeout = request.getWaitTimeout();
        return timeout == null || timeout.isEmpty()
                ? new Waiting(Waiting.DEFAULT.timeout(), onTimeout)
                : Waiting.parse(timeout, onTimeout);
    }

    private static List<Statement.Parameter> parameters(
            @Nullable Collection<? extends @Nullable StatementParameterListItem> items) {
        if (items == null) {
            return List.of();
        }
        return items.stream().map(StatementsApi::parameter).toList();
    }

    private static Statement.Parameter parameter(@Nullable StatementParameterListItem item) {
        if (item == null) {
            throw AppException.invalid("'parameters' holds a null: send objects with name, value and type.");
        }
        String type = item.getType();
        return new Statement.Parameter(
                Optional.ofNullable(item.getName()).filter(name -> !name.isEmpty()),
                Optional.ofNullable(item.getValue()),
                type == null || type.isBlank() ? "STRING" : type);
    }

    private static Optional<String> name(String field, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        if (name.length() > LONGEST_NAME) {
            throw AppException.invalid("'%s' is longer than %d characters.".formatted(field, LONGEST_NAME));
        }
        return Optional.of(name);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
