package dev.tarn.files;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import dev.tarn.contract.Contract;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Outbox;
import dev.tarn.files.rest.FilesWindows;
import dev.tarn.http.HttpConfig;
import dev.tarn.http.HttpServer;
import dev.tarn.http.Routes;
import dev.tarn.storage.FileStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The room with a volume {@code c.s.v} that Ada may write and Bob may read, behind the real server; tokens are people's names. */
final class FilesRoom implements AutoCloseable {
    final Clocks clocks = Clocks.system();
    final WorkspaceId workspace = new WorkspaceId(Ids.numeric());
    final Set<String> writers = ConcurrentHashMap.newKeySet();
    final Set<String> readers = ConcurrentHashMap.newKeySet();
    final Set<String> gone = ConcurrentHashMap.newKeySet();
    final Path folder;
    final Database db;
    final Outbox outbox;
    final FilesModule files;
    private final Map<String, Caller> people;
    private final List<HttpServer> servers = new ArrayList<>();

    FilesRoom(DatabaseConfig store, Path folder) {
        this(store, folder, FilesConfig.of(folder.resolve("data"), true, 1L << 40));
    }

    FilesRoom(DatabaseConfig store, Path folder, FilesConfig config) {
        this.folder = folder;
        this.people = Map.of("ada", person("ada"), "bob", person("bob"), "eve", person("eve"));
        writers.add("ada");
        readers.addAll(Set.of("ada", "bob"));
        db = Database.open(store, List.of("files"));
        outbox = new Outbox(db, clocks);
        files = new FilesModule(db, clocks, new FileStores(), config, this::location, this::standing).listen(outbox);
    }

    private Caller person(String name) {
        return new Caller(
                new Principal(Ids.uuid(), name, PrincipalKind.USER),
                Set.of(),
                workspace,
                "metastore",
                false,
                new Authentication(Authentication.Method.TOKEN, "tok"),
                new RequestInfo("r1", "127.0.0.1", "test"));
    }

    Caller caller(String name) {
        return java.util.Objects.requireNonNull(people.get(name));
    }

    private String location(Caller caller, VolumeName name, boolean write) {
        if (!name.equals(new VolumeName("c", "s", "v"))) {
            throw new AppException(ErrorKind.NOT_FOUND, "VOLUME_DOES_NOT_EXIST", "Volume does not exist.");
        }
        if (!(write ? writers : readers).contains(caller.principal().name())) {
            throw AppException.denied("No rights on the volume.");
        }
        return "file:" + folder.resolve("volume");
    }

    private Optional<Caller> standing(Caller bearer, String principal) {
        return people.values().stream()
                .filter(caller -> caller.principal().id().equals(principal))
                .filter(caller -> !gone.contains(caller.principal().name()))
                .findFirst();
    }

    /** Starts a server over the room. */
    String serve() {
        Contract contract = new Contract();
        FilesWindows.serve(contract, files);
        Routes routes = new Routes().contract(contract);
        FilesWindows.route(routes, files);
        HttpConfig config = new HttpConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                folder.resolve("tls"),
                List.of(),
                false,
                4L << 20,
                Duration.ofSeconds(60));
        HttpServer server = HttpServer.start(config, routes, (credentials, info) -> {
            Caller caller = credentials
                    .bearer()
                    .map(token -> people.get(token.reveal()))
                    .orElseThrow(() -> new AppException(ErrorKind.UNAUTHENTICATED, "UNAUTHENTICATED", "Send a token."));
            return new Caller(
                    caller.principal(),
                    Set.of(),
                    caller.workspace(),
                    caller.metastore(),
                    false,
                    caller.authentication(),
                    info);
        });
        servers.add(server);
        return server.url();
    }

    static WorkspaceClient client(String url, String token) {
        return new WorkspaceClient(new DatabricksConfig()
                .setHost(url)
                .setToken(token)
                .setAuthType("pat")
                .setHttpTimeoutSeconds(60));
    }

    @Override
    public void close() {
        servers.forEach(HttpServer::close);
        outbox.close();
        db.close();
    }
}
