package dev.tarn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.cli.TarnProcess.Done;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a process, against the real server. */
class TarnCommandTest {
    @TempDir
    static Path tls;

    private static Workspace workspace;

    @TempDir
    Path folder;

    private TarnProcess tarn;

    @BeforeAll
    static void serve() {
        workspace = new Workspace(tls);
    }

    @AfterAll
    static void stop() {
        workspace.close();
    }

    @BeforeEach
    void profile() throws Exception {
        workspace.hasNothing();
        tarn = new TarnProcess(folder, workspace.url());
    }

    private String done(String... arguments) throws Exception {
        Done done = tarn.run(arguments);
        assertEquals(0, done.status(), done.err());
        return done.out();
    }

    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> List.of(line.split(" {2,}"))).toList();
    }

    @Test
    void anObjectIsShownByItsFieldsEvenIfOneOfThemIsAList() throws Exception {
        assertEquals(
                List.of(List.of("groups[0].display", "admins"), List.of("id", "7"), List.of("userName", "ada@x")),
                cells(done("current-user", "me", "--profile", "mine")));
    }

    @Test
    void aListIsOneTableOfAllItsPagesAndNothingInItIsCut() throws Exception {
        String comment = "a long story ".repeat(20).strip();
        List.of("p1", "p2", "p3", "p4", "p5").forEach(name -> workspace.has(name, comment));
        List<List<String>> table = cells(done("catalogs", "list", "-p", "mine"));
        assertEquals("name", table.get(0).get(0));
        assertTrue(
                IntStream.rangeClosed(1, 5)
                        .allMatch(number ->
                                table.stream().anyMatch(row -> row.contains("p" + number) && row.contains(comment))),
                table::toString);
    }

    @Test
    void whatHasNoOutputPrintsNothing() throws Exception {
        workspace.has("gone", "");
        assertEquals("", done("catalogs", "delete", "gone", "-p", "mine", "-o", "json"));
        assertTrue(workspace.isEmpty());
    }

    @Test
    void anEmptyListIsAnEmptyListInJson() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(done("-p", "mine", "-o", "json", "catalogs", "list"));
        assertTrue(answer.path("catalogs").isArray(), answer::toString);
    }

    @Test
    void theBodyComesFromAFileAndOptionsAddToIt() throws Exception {
        Files.writeString(
                folder.resolve("body.json"),
                "{\"name\": \"filed\", \"comment\": \"from the file\", \"properties\": {\"a\": \"b\"}}");
        JsonNode made = new ObjectMapper()
                .readTree(done(
                        "catalogs", "create", "--json", "@body.json", "--comment", "grün", "-o", "json", "-p", "mine"));
        assertEquals("grün", made.path("comment").asText());
        assertEquals("b", made.path("properties").path("a").asText());
    }

    @Test
    void thePathsVariablesMayStandInTheBody() throws Exception {
        workspace.has("named", "first");
        done("catalogs", "update", "--json", "{\"name\": \"named\", \"comment\": \"second\"}", "-p", "mine");
        assertTrue(done("catalogs", "get", "named", "-p", "mine").contains("second"));
    }

    @Test
    void timesAreShownAsPeopleReadThem() throws Exception {
        assertTrue(done("catalogs", "create", "timed", "-p", "mine").contains("2023-11-14T22:13:20Z"));
    }

    @Test
    void aStatementIsWaitedForAndShowsTheRowsOfAllItsChunks() throws Exception {
        assertEquals(
                List.of("word", "row0", "row1", "row2"),
                done("statement-execution", "execute-statement", "SELECT word", "w", "-p", "mine")
                        .lines()
                        .toList());
    }

    @Test
    void aStatementThatFailsEndsWith1AndItsMessage() throws Exception {
        Done done = tarn.run("statement-execution", "execute-statement", "BAD", "w", "-p", "mine");
        assertEquals(new Done(1, "", "tarn: No such table. (BAD_REQUEST)\n"), done);
    }

    @Test
    void aStatementIsNotWaitedForIfThatIsNotWanted() throws Exception {
        assertTrue(done("statement-execution", "execute-statement", "SELECT word", "w", "--no-wait", "-p", "mine")
                .contains("PENDING"));
    }

    @Test
    void aRefusalEndsWith1AndTheServersWords() throws Exception {
        Done done = tarn.run("catalogs", "get", "nothing", "--profile", "mine");
        assertEquals(new Done(1, "", "tarn: Catalog 'nothing' does not exist. (CATALOG_DOES_NOT_EXIST)\n"), done);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "catalogs frobnicate",
                "catalogs list --output xml",
                "-o xml catalogs list",
                "catalogs list --no-such-option",
                "catalogs list --timeout soon",
                "catalogs create --json {",
                "catalogs create --json []",
                "catalogs create --json @missing",
                "catalogs create --properties none",
                "catalogs get",
                "completion fish"
            })
    void wrongUsageEndsWith2AndOneClearLineBeforeAnythingIsSent(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        // there is no profile of this name, and nobody notices
        int status = new TarnCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(("--profile nobody " + arguments).split(" ")));
        expectWrongUsage(new Done(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void wrongUsageOfBundlesEndsWith2AndOneClearLine() throws Exception {
        expectWrongUsage(tarn.run("bundle", "validate", "--output", "xml"));
        expectWrongUsage(tarn.run("bundle", "frobnicate"));
    }

    private static void expectWrongUsage(Done done) {
        assertEquals(2, done.status(), done.err());
        assertEquals("", done.out());
        String first = done.err().lines().findFirst().orElse("");
        assertTrue(first.startsWith("tarn: ") && !first.contains("Exception"), done.err());
        assertTrue(done.err().lines().count() <= 2, done.err());
    }

    @Test
    void aMissingProfileAMissingWorkspaceAndAWayOutAreNamed() throws Exception {
        Done profile = tarn.run("current-user", "me", "--profile", "nobody");
        assertEquals(3, profile.status());
        assertTrue(
                profile.err().contains("no profile 'nobody'") && profile.err().contains("tarn configure"));
        Done nothing = tarn.run("current-user", "me");
        assertEquals(3, nothing.status());
        assertTrue(
                nothing.err().contains("No workspace is named") && nothing.err().contains("tarn configure"));
        assertFalse(nothing.err().contains("\tat "), nothing.err());
    }

    @Test
    void aServerThatIsNotThereIsSaidAtOnce() throws Exception {
        Done done = tarn.run("current-user", "me", "--profile", "mine", "--host", "http://127.0.0.1:9");
        assertEquals(3, done.status());
        assertTrue(done.err().startsWith("tarn: The workspace at http://127.0.0.1:9 cannot be reached"), done.err());
        assertEquals(1, done.err().lines().count(), done.err());
    }
}
