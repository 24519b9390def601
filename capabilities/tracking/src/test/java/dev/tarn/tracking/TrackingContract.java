package dev.tarn.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.storage.FilePath;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tracking does, on whatever store. */
abstract class TrackingContract {
    @TempDir
    Path folder;

    private TrackingRoom room;
    private String experiment;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        room = new TrackingRoom(store(), folder);
        room.clear();
        experiment = room.tracking.experiments().create(room.ada, "e", Optional.empty(), List.of());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String run(String name, long start) {
        return room.tracking
                .runs()
                .create(room.ada, experiment, Optional.of(name), Optional.of(start), List.of())
                .info()
                .id();
    }

    private void metric(String run, String key, double value, long step) {
        room.tracking.runs().log(room.ada, run, Batch.metric(new Metric(key, value, 1, step)));
    }

    private List<String> search(Caller caller, String filter, String... orders) {
        return names(page(caller, filter, 100, Optional.empty(), orders));
    }

    private Page<Run> page(
            Caller caller, String filter, int size, Optional<dev.tarn.core.PageToken> token, String... orders) {
        return room.tracking
                .runs()
                .search(
                        caller,
                        List.of(experiment),
                        new SearchRequest(filter, List.of(orders), View.ACTIVE_ONLY, size, token));
    }

    private static List<String> names(Page<Run> page) {
        return page.items().stream().map(run -> run.info().name()).toList();
    }

    private static AppException refused(Runnable work) {
        return assertThrows(AppException.class, work::run);
    }

    @Test
    void theLatestMetricIsTheOneOfTheHighestStep() {
        String run = run("r", 1);
        metric(run, "acc", 0.9, 5);
        metric(run, "acc", 0.1, 3);
        metric(run, "acc", 0.1, 3);
        assertEquals(
                List.of(0.9),
                room.tracking.runs().get(room.ada, run).metrics().stream()
                        .map(Metric::value)
                        .toList());
        assertEquals(
                List.of(3L, 5L),
                room.tracking.metrics().history(room.ada, run, "acc", Optional.empty(), 10).points().stream()
                        .map(Metric::step)
                        .toList(),
                "a repeated point is one point");
    }

    @Test
    void notANumberAndTheInfinitiesComeBack() {
        String run = run("r", 1);
        metric(run, "a", Double.NaN, 0);
        metric(run, "b", Double.NEGATIVE_INFINITY, 0);
        List<Metric> metrics = room.tracking.runs().get(room.ada, run).metrics();
        assertTrue(Double.isNaN(metrics.get(0).value()));
        assertEquals(Double.NEGATIVE_INFINITY, metrics.get(1).value());
    }

    @Test
    void aParamIsWrittenOnceAndItsRepetitionIsFine() {
        String run = run("r", 1);
        room.tracking.runs().log(room.ada, run, Batch.param(new KeyValue("lr", "0.1")));
        room.tracking.runs().log(room.ada, run, Batch.param(new KeyValue("lr", "0.1")));
        AppException error =
                refused(() -> room.tracking.runs().log(room.ada, run, Batch.param(new KeyValue("lr", "0.2"))));
        assertEquals("INVALID_PARAMETER_VALUE", error.code());
        assertTrue(error.message().startsWith("Changing param values is not allowed"));
    }

    @Test
    void aBatchWithOneWrongThingLeavesNothing() {
        String run = run("r", 1);
        Batch batch = new Batch(
                List.of(new Metric("m", 1, 1, 0)), List.of(new KeyValue("p", "1")), List.of(new KeyValue("a//b", "x")));
        refused(() -> room.tracking.runs().log(room.ada, run, batch));
        assertEquals(List.of(), room.tracking.runs().get(room.ada, run).params());
        assertEquals(List.of(), room.tracking.runs().get(room.ada, run).metrics());
    }

    @Test
    void aBatchHasLimits() {
        String run = run("r", 1);
        List<Metric> metrics =
                IntStream.range(0, 1001).mapToObj(i -> new Metric("m", i, 1, i)).toList();
        AppException error =
                refused(() -> room.tracking.runs().log(room.ada, run, new Batch(metrics, List.of(), List.of())));
        assertTrue(error.message().contains("at most 1000 metrics. Got 1001 metrics"), error.message());
        AppException twice = refused(() -> room.tracking
                .runs()
                .log(
                        room.ada,
                        run,
                        new Batch(List.of(), List.of(new KeyValue("p", "1"), new KeyValue("p", "1")), List.of())));
        assertTrue(twice.message().startsWith("Duplicate parameter keys"));
    }

    @Test
    void searchesFilterByEverythingThatTheGrammarKnows() {
        String one = run("one", 1);
        String two = run("two", 2);
        metric(one, "acc", 0.5, 0);
        metric(two, "acc", 0.7, 0);
        room.tracking.runs().log(room.ada, one, Batch.param(new KeyValue("lr", "0.10")));
        room.tracking.runs().log(room.ada, two, Batch.tag(new KeyValue("Team", "Blue")));
        assertEquals(List.of("two"), search(room.ada, "metrics.acc > 0.6"));
        assertEquals(List.of("one"), search(room.ada, "params.lr = '0.10' AND metrics.acc <= 0.5"));
        assertEquals(List.of(), search(room.ada, "params.lr != '0.10'"));
        assertEquals(List.of("two"), search(room.ada, "tags.Team LIKE 'Bl%'"));
        assertEquals(List.of(), search(room.ada, "tags.Team LIKE 'bl%'"));
        assertEquals(List.of("two"), search(room.ada, "tags.\"Team\" ILIKE 'bl%'"));
        assertEquals(List.of("two"), search(room.ada, "params.lr IS NULL"));
        assertEquals(List.of("one"), search(room.ada, "run_id IN ('" + one + "', 'x')"));
        assertEquals(List.of("two"), search(room.ada, "start_time > 1 and attributes.status = 'RUNNING'"));
        assertEquals(List.of(), search(room.ada, "params.lr = ''' OR 1=1 --'"));
    }

    @Test
    void whatIsNotOfTheGrammarIsRefused() {
        for (String filter : List.of(
                "metrics.acc > 'x'",
                "metrics.acc > 1 OR metrics.acc < 0",
                "params.lr = 1",
                "foo.bar = 'x'",
                "attributes.foo = 'x'",
                "params.lr LIKE",
                "params.lr = 'x",
                "(metrics.acc > 1)",
                "metrics.acc > 1; DROP TABLE tracking_run",
                "run_id IN ()",
                "status IN ('FINISHED')",
                "metrics.acc > 1 AND",
                "params.a = 'x' AND ".repeat(300) + "params.a = 'x'")) {
            assertEquals(
                    "INVALID_PARAMETER_VALUE",
                    refused(() -> search(room.ada, filter)).code(),
                    filter);
        }
    }

    @Test
    void runsAreSortedWithWhatLacksTheMetricLast() {
        metric(run("low", 1), "m", 1, 0);
        metric(run("high", 2), "m", 9, 0);
        metric(run("nan", 3), "m", Double.NaN, 0);
        run("without", 4);
        assertEquals(List.of("high", "low", "nan", "without"), search(room.ada, "", "metrics.m DESC"));
        assertEquals(List.of("low", "high", "nan", "without"), search(room.ada, "", "metrics.m ASC"));
        assertEquals(List.of("without", "nan", "high", "low"), search(room.ada, ""));
        assertEquals(List.of("high", "low", "nan", "without"), search(room.ada, "", "attributes.run_name"));
    }

    @Test
    void pagesOfASearchMeetWithoutGapOrOverlap() {
        for (int i = 0; i < 7; i++) {
            String run = run("r" + i, i);
            if (i % 2 == 0) {
                metric(run, "m", i, 0);
            }
        }
        for (String order : List.of("metrics.m DESC", "start_time ASC", "params.none")) {
            List<String> seen = new ArrayList<>();
            Optional<dev.tarn.core.PageToken> token = Optional.empty();
            do {
                Page<Run> page = page(room.ada, "", 3, token, order);
                seen.addAll(names(page));
                token = page.next();
            } while (token.isPresent());
            assertEquals(search(room.ada, "", order), seen);
            assertEquals(7, seen.size());
        }
    }

    @Test
    void whatTheCallerMayNotReadDoesNotExist() {
        String run = run("r", 1);
        assertEquals(List.of(), search(room.bob, ""));
        assertEquals(
                ErrorKind.NOT_FOUND,
                refused(() -> room.tracking.runs().get(room.bob, run)).kind());
        assertEquals(
                refused(() -> room.tracking.runs().get(room.bob, "nothing"))
                        .message()
                        .replace("nothing", run),
                refused(() -> room.tracking.runs().get(room.bob, run)).message());
        room.permit(TrackingRoom.BOB, experiment, PermissionLevel.CAN_READ);
        assertEquals(List.of("r"), search(room.bob, ""));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                refused(() -> room.tracking.runs().delete(room.bob, run)).kind());
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                refused(() -> room.tracking.experiments().delete(room.bob, experiment))
                        .kind());
    }

    @Test
    void anotherWorkspaceHasNamesAndRunsOfItsOwn() {
        String run = run("r", 1);
        assertEquals(
                ErrorKind.NOT_FOUND,
                refused(() -> room.tracking.runs().get(room.stranger, run)).kind());
        room.tracking.experiments().create(room.stranger, "e", Optional.empty(), List.of());
        assertEquals(List.of(), search(room.stranger, ""));
    }

    @Test
    void aDeletedExperimentKeepsItsNameUntilItIsPurged() {
        String run = run("r", 1);
        metric(run, "m", 1, 0);
        room.tracking
                .artifacts()
                .put(room.ada, FilePath.parse(experiment + "/" + run + "/artifacts/a.txt"), content("x"));
        room.tracking.experiments().delete(room.ada, experiment);
        assertEquals(
                Lifecycle.DELETED,
                room.tracking.runs().get(room.ada, run).info().lifecycle());
        assertEquals(
                "RESOURCE_ALREADY_EXISTS",
                refused(() -> room.tracking.experiments().create(room.ada, "e", Optional.empty(), List.of()))
                        .code());
        room.tracking.experiments().restore(room.ada, experiment);
        assertEquals(
                Lifecycle.ACTIVE, room.tracking.runs().get(room.ada, run).info().lifecycle());
        room.tracking.experiments().delete(room.ada, experiment);
        room.tracking.experiments().purge(room.ada, experiment);
        room.outbox.drain();
        assertEquals(
                ErrorKind.NOT_FOUND,
                refused(() -> room.tracking.runs().get(room.admin, run)).kind());
        assertTrue(java.nio.file.Files.notExists(
                folder.resolve(TrackingRoom.WORKSPACE.toString()).resolve(experiment)));
        room.tracking.experiments().create(room.ada, "e", Optional.empty(), List.of());
    }

    @Test
    void artifactsFollowTheExperimentsPermissions() {
        String run = run("r", 1);
        FilePath path = FilePath.parse(experiment + "/" + run + "/artifacts/a/b.txt");
        room.tracking.artifacts().put(room.ada, path, content("hello"));
        assertEquals(
                ErrorKind.NOT_FOUND,
                refused(() -> room.tracking.artifacts().open(room.bob, path)).kind());
        assertEquals(
                ErrorKind.NOT_FOUND,
                refused(() -> room.tracking.artifacts().put(room.bob, path, content("x")))
                        .kind());
        room.permit(TrackingRoom.BOB, experiment, PermissionLevel.CAN_READ);
        assertEquals(
                List.of("b.txt"),
                room
                        .tracking
                        .artifacts()
                        .list(room.bob, FilePath.parse(experiment + "/" + run + "/artifacts/a"))
                        .stream()
                        .map(file -> file.path().name())
                        .toList());
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                refused(() -> room.tracking.artifacts().delete(room.bob, path)).kind());
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                refused(() -> room.tracking.links().toWrite(room.bob, path)).kind());
        ArtifactLinks.Link link = room.tracking.links().toRead(room.bob, path);
        assertEquals(5, room.tracking.links().open(link).info().bytes());
        room.clocks.advance(TrackingRoom.WORKSPACE, java.time.Duration.ofMinutes(16));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                refused(() -> room.tracking.links().open(link)).kind());
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
