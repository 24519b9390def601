package dev.tarn.engine.spark;

import static dev.tarn.engine.spark.EngineRig.failure;
import static dev.tarn.engine.spark.EngineRig.rows;
import static dev.tarn.engine.spark.EngineRig.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.QueryProfile.Operator;
import dev.tarn.engine.StatementProgress;
import dev.tarn.engine.catalog.RelationAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the engine tells of a statement's work. */
class ProfileTest {
    private static List<Operator> operators(QueryProfile profile) {
        List<Operator> all = new ArrayList<>();
        profile.plans().forEach(plan -> add(plan.root(), all));
        return all;
    }

    /** Spark keeps its books a moment after the work. */
    private static StatementProgress awaitTasks(EngineSession session) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        StatementProgress progress = session.progress();
        while (progress.tasks().done() == 0 && System.nanoTime() < end) {
            progress = session.progress();
        }
        assertTrue(progress.tasks().done() > 0, progress::toString);
        return progress;
    }

    private static void add(Operator operator, List<Operator> all) {
        all.add(operator);
        operator.children().forEach(child -> add(child, all));
    }

    private static Operator find(List<Operator> all, String name) {
        return all.stream()
                .filter(operator -> operator.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + all));
    }

    @Test
    void aQueryTellsItsOperatorsWithTheirRows() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE profiled AS SELECT id, id % 3 AS k FROM range(1000)");
            rows(ada, "SELECT k, count(*) AS n FROM profiled WHERE id >= 100 GROUP BY k");
            List<Operator> all = operators(ada.profile().orElseThrow());
            assertEquals(Optional.of(900L), find(all, "Filter").rows());
            assertEquals(Optional.of(3L), find(all, "HashAggregate").rows());
            assertTrue(find(all, "Scan").metrics().stream()
                    .anyMatch(metric -> metric.name().contains("files read")));
            assertTrue(all.stream().allMatch(operator -> operator.engine().equals("Spark")));
            assertEquals(
                    List.of(),
                    all.stream()
                            .map(operator -> operator.name() + operator.detail())
                            .filter(told -> told.contains("file:"))
                            .toList());
            StatementProgress progress = awaitTasks(ada);
            assertTrue(progress.tasks().done() <= progress.tasks().all(), progress::toString);
        }
    }

    @Test
    void aCommandTellsWhatItRanWithin() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE merged AS SELECT id, 'a' AS v FROM range(100)");
            rows(
                    ada,
                    "MERGE INTO merged t USING (SELECT id, 'b' AS v FROM range(50, 150)) s ON t.id = s.id"
                            + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
            QueryProfile profile = ada.profile().orElseThrow();
            assertTrue(profile.plans().size() > 1, () -> profile.plans().toString());
            assertTrue(profile.plans().stream()
                    .anyMatch(plan -> plan.milliseconds().isPresent()));
            find(operators(profile), "Scan");
        }
    }

    @Test
    void whatLiesBehindAViewIsNotShown() {
        try (EngineSession ada = session("ada");
                EngineSession bob = session("bob")) {
            rows(ada, "CREATE TABLE hidden_pay (who STRING, pay INT)");
            rows(ada, "INSERT INTO hidden_pay VALUES ('x', 10)");
            rows(ada, "CREATE VIEW shown_pay AS SELECT pay FROM hidden_pay WHERE who = 'x'");
            EngineRig.LAKEHOUSE.grant("bob", "main.default.shown_pay", RelationAccess.READ);
            for (String sql : List.of(
                    "SELECT sum(pay) FROM shown_pay",
                    "CREATE TEMP VIEW mine AS SELECT * FROM shown_pay",
                    "SELECT * FROM mine",
                    "SELECT (SELECT max(pay) FROM shown_pay) AS m")) {
                rows(bob, sql);
                String told = bob.profile().map(QueryProfile::toString).orElse("");
                assertTrue(!told.contains("hidden_pay") && !told.contains("who"), told);
            }
        }
    }

    @Test
    void errorsSayWhereTheyAre() {
        try (EngineSession ada = session("ada")) {
            AppException unknown = failure(ada, "SELECT 1,\n  nothing_such AS x");
            assertEquals("2", unknown.details().get("line"));
            assertEquals("3", unknown.details().get("column"));
            assertEquals(Optional.empty(), ada.profile(), "what was never planned has no profile");
            AppException syntax = failure(ada, "SELECT 1\nFRON x y z");
            assertEquals("2", syntax.details().get("line"));
            AppException missing = failure(ada, "SELECT *\nFROM   no_table");
            assertEquals("2", missing.details().get("line"));
            assertEquals("8", missing.details().get("column"));
            AppException division = failure(ada, "SELECT\n 1 / 0 AS x");
            assertEquals("2", division.details().get("line"));
        }
    }
}
