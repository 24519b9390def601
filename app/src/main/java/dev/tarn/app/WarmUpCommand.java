package dev.tarn.app;

import dev.tarn.core.Caller;
import dev.tarn.core.Configuration;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code tarn warm-up}: does once what every start does, for the archive of classes that makes later starts quick. */
@Command(name = "warm-up", description = "Start, answer, run a statement, stop.", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> STATEMENTS = List.of(
            "SELECT 1",
            "CREATE TABLE warm (id BIGINT, name STRING)",
            "INSERT INTO warm VALUES (1, 'a'), (2, 'b')",
            "SELECT name, count(*) FROM warm WHERE id > 0 GROUP BY name ORDER BY name",
            "SHOW TABLES",
            "DROP TABLE warm");

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tarn-warm-up-");
        Path tokenFile = data.resolve("token");
        App app = App.start(Configuration.read(
                Optional.empty(),
                Map.of(
                        "tarn.data",
                        data.toString(),
                        "tarn.port",
                        "0",
                        "tarn.tls-port",
                        "0",
                        "tarn.admin-token-file",
                        tokenFile.toString()),
                TarnConfig.class));
        ask(app, Files.readString(tokenFile).strip());
        Caller caller = app.firstStart().workspace().system();
        for (String sql : STATEMENTS) {
            try (EngineSession session = app.engine().open(caller, SessionOptions.DEFAULT);
                    ResultStream result = session.execute(Statement.of(sql))) {
                while (result.next().isPresent()) {
                    // read to the end
                }
            }
        }
        app.close();
        QuickstartCommand.delete(data);
        return 0;
    }

    private static void ask(App app, String token) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path :
                List.of("/api/2.0/preview/scim/v2/Me", "/api/2.1/unity-catalog/catalogs", "/api/2.0/sql/warehouses")) {
            client.send(
                    HttpRequest.newBuilder(URI.create(app.url() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
