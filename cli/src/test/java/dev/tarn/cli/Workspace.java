package dev.tarn.cli;

import com.databricks.sdk.service.catalog.CatalogInfo;
import com.databricks.sdk.service.catalog.CatalogsService;
import com.databricks.sdk.service.catalog.CreateCatalog;
import com.databricks.sdk.service.catalog.DeleteCatalogRequest;
import com.databricks.sdk.service.catalog.GetCatalogRequest;
import com.databricks.sdk.service.catalog.ListCatalogsRequest;
import com.databricks.sdk.service.catalog.ListCatalogsResponse;
import com.databricks.sdk.service.catalog.UpdateCatalog;
import com.databricks.sdk.service.iam.ComplexValue;
import com.databricks.sdk.service.iam.CurrentUserService;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.User;
import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.ColumnInfo;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.GetStatementRequest;
import com.databricks.sdk.service.sql.GetStatementResultChunkNRequest;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.ResultManifest;
import com.databricks.sdk.service.sql.ResultSchema;
import com.databricks.sdk.service.sql.ServiceError;
import com.databricks.sdk.service.sql.ServiceErrorCode;
import com.databricks.sdk.service.sql.StatementExecutionService;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.sql.StatementStatus;
import dev.tarn.contract.Contract;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Routes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A small workspace behind the real server: catalogs in pages of two, a user, statements that take a while and end in chunks. */
final class Workspace implements AutoCloseable {
    static final String TOKEN = "good";

    private final Map<String, CatalogInfo> catalogs = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    Workspace(Path folder) {
        Contract contract = new Contract()
                .serve(CatalogsService.class, caller -> new Catalogs(), Catalogs.class)
                .serve(CurrentUserService.class, Me::new, Me.class)
                .serve(StatementExecutionService.class, caller -> new Statements(), Statements.class);
        server = HttpServer.start(
                new HttpConfig(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        folder.resolve("tls"),
                        List.of(),
                        false,
                        1 << 20,
                        Duration.ofSeconds(30)),
                new Routes().contract(contract),
                (credentials, info) -> {
                    if (credentials
                            .bearer()
                            .filter(token -> token.reveal().equals(TOKEN))
                            .isEmpty()) {
                        throw new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token.");
                    }
                    return new Caller(
                            new Principal("7", "ada@x", PrincipalKind.USER),
                            Set.of(),
                            new WorkspaceId(42),
                            "m",
                            false,
                            new Authentication(Authentication.Method.TOKEN, "t"),
                            info);
                });
    }

    void has(String name, String comment) {
        catalogs.put(name, new CatalogInfo().setName(name).setComment(comment));
    }

    void hasNothing() {
        catalogs.clear();
    }

    boolean isEmpty() {
        return catalogs.isEmpty();
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Catalogs implements CatalogsService {
        @Override
        public CatalogInfo create(CreateCatalog request) {
            CatalogInfo made = new CatalogInfo()
                    .setName(request.getName())
                    .setComment(request.getComment())
                    .setProperties(request.getProperties())
                    .setCreatedAt(1_700_000_000_000L);
            catalogs.put(request.getName(), made);
            return made;
        }

        @Override
        public void delete(DeleteCatalogRequest request) {
            catalogs.remove(request.getName());
        }

        @Override
        public CatalogInfo get(GetCatalogRequest request) {
            return Optional.ofNullable(catalogs.get(request.getName()))
                    .orElseThrow(() -> new AppException(
                            ErrorKind.NOT_FOUND,
                            "CATALOG_DOES_NOT_EXIST",
                            "Catalog '" + request.getName() + "' does not exist."));
        }

        @Override
        public ListCatalogsResponse list(ListCatalogsRequest request) {
            String after = Optional.ofNullable(request.getPageToken()).orElse("");
            List<CatalogInfo> page = catalogs.values().stream()
                    .filter(catalog -> catalog.getName().compareTo(after) > 0)
                    .limit(2)
                    .toList();
            return new ListCatalogsResponse()
                    .setCatalogs(page.isEmpty() ? null : page)
                    .setNextPageToken(page.size() < 2 ? null : page.get(1).getName());
        }

        @Override
        public CatalogInfo update(UpdateCatalog request) {
            return get(new GetCatalogRequest().setName(request.getName())).setComment(request.getComment());
        }
    }

    private record Me(Caller caller) implements CurrentUserService {
        @Override
        public User me(MeRequest request) {
            return new User()
                    .setId(caller.principal().id())
                    .setUserName(caller.principal().name())
                    .setGroups(List.of(new ComplexValue().setDisplay("admins")));
        }
    }

    /** The first answer is never the end; a statement that begins with BAD fails. */
    private static final class Statements implements StatementExecutionService {
        @Override
        public void cancelExecution(CancelExecutionRequest request) {}

        @Override
        public StatementResponse executeStatement(ExecuteStatementRequest request) {
            return new StatementResponse()
                    .setStatementId(request.getStatement().startsWith("BAD") ? "bad" : "good")
                    .setStatus(new StatementStatus().setState(StatementState.PENDING));
        }

        @Override
        public StatementResponse getStatement(GetStatementRequest request) {
            StatementResponse response = new StatementResponse().setStatementId(request.getStatementId());
            if (request.getStatementId().equals("bad")) {
                return response.setStatus(new StatementStatus()
                        .setState(StatementState.FAILED)
                        .setError(new ServiceError()
                                .setErrorCode(ServiceErrorCode.BAD_REQUEST)
                                .setMessage("No such table.")));
            }
            return response.setStatus(new StatementStatus().setState(StatementState.SUCCEEDED))
                    .setManifest(new ResultManifest()
                            .setSchema(new ResultSchema().setColumns(List.of(new ColumnInfo().setName("word")))))
                    .setResult(chunk(0));
        }

        @Override
        public ResultData getStatementResultChunkN(GetStatementResultChunkNRequest request) {
            return chunk(request.getChunkIndex());
        }

        private static ResultData chunk(long index) {
            return new ResultData()
                    .setDataArray(List.of(List.of("row" + index)))
                    .setNextChunkIndex(index < 2 ? index + 1 : null);
        }
    }
}
