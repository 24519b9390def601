package dev.tarn.engine.spark.policy;

import dev.tarn.engine.EngineSession;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.spark.SparkEngine;
import dev.tarn.engine.spark.SparkEngineConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One engine for all tests of the policy: {@code owner} owns main.sales, {@code user} owns main.default.mine and may read
 * main.sales.shared, {@code stranger} has nothing.
 */
final class PolicyEngine {
    private static PolicyEngine running;

    final Path root;
    final Path open;
    final Path canary;
    final PolicyLakehouse lakehouse;
    final SparkEngine engine;

    private PolicyEngine() throws IOException {
        root = Files.createTempDirectory("policy").toRealPath();
        open = Files.createDirectories(root.resolve("open"));
        canary = Files.createDirectories(root.resolve("canary"));
        Files.writeString(open.resolve("people.csv"), "name,age\nann,1\n");
        Files.writeString(
                Files.createDirectories(root.resolve("managed/volume")).resolve("people.csv"), "name,age\nann,1\n");
        Files.writeString(canary.resolve("secret.csv"), "secret,1\n");
        Files.writeString(canary.resolve("secret.txt"), "secret\n");
        Files.createDirectories(canary.resolve("delta/_delta_log"));
        lakehouse = new PolicyLakehouse(Files.createDirectories(root.resolve("managed")), open, "user");
        engine = new SparkEngine(
                new SparkEngineConfig(Files.createDirectories(root.resolve("scratch")), "local[2]", 2),
                lakehouse,
                (caller, command) -> new CommandResult(command.columns(), List.of()));
        EngineSession owner = session("owner");
        run(owner, "CREATE TABLE main.sales.shared (a INT, b STRING) USING delta");
        run(owner, "INSERT INTO main.sales.shared VALUES (1, 's')");
        run(owner, "CREATE TABLE main.sales.described (a INT) USING delta");
        run(owner, "CREATE TABLE main.sales.hidden (a INT) USING delta");
        run(session("user"), "CREATE TABLE main.default.mine (a INT, b STRING) USING delta");
        lakehouse.grant("user", new RelationName("main", "sales", "shared"), RelationAccess.READ);
        lakehouse.grant("user", new RelationName("main", "sales", "described"));
    }

    static synchronized PolicyEngine get() {
        if (running == null) {
            try {
                running = new PolicyEngine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    EngineSession session(String user) {
        return engine.open(PolicyLakehouse.caller(user), SessionOptions.DEFAULT);
    }

    /** Runs the statement to its end. */
    static long run(EngineSession session, String sql) {
        long rows = 0;
        try (ResultStream result = session.execute(Statement.of(sql))) {
            for (var batch = result.next(); batch.isPresent(); batch = result.next()) {
                rows += batch.get().rows();
            }
        }
        return rows;
    }

    /** A statement of a list, with what its first line says about it. */
    record Listed(String expected, String sql) {
        @Override
        public String toString() {
            return sql.replaceAll("\\s+", " ");
        }
    }

    List<Listed> statements(String resource) throws IOException {
        String text = new String(
                        PolicyEngine.class
                                .getResourceAsStream("/policy/" + resource)
                                .readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("${canary}", canary.toString())
                .replace("${volume}", root.resolve("managed/volume").toString())
                .replace("${open}", open.toString());
        List<Listed> listed = new ArrayList<>();
        Pattern head = Pattern.compile("(?s)--! ([^\n]*)\n(.*)");
        for (String paragraph : text.split("\n\\s*\n")) {
            Matcher matcher = head.matcher(paragraph.strip());
            if (matcher.matches()) {
                listed.add(new Listed(matcher.group(1), end(matcher.group(2))));
            } else if (!paragraph.strip().startsWith("--")) {
                listed.add(new Listed("", end(paragraph.strip())));
            }
        }
        return listed;
    }

    private static String end(String sql) {
        return sql.strip().replaceFirst("(?<!END);$", "");
    }

    static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        Arrays.sort(names);
        return List.of(names);
    }
}
