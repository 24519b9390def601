package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.QueryProfile.Metric;
import dev.tarn.engine.QueryProfile.Operator;
import dev.tarn.engine.QueryProfile.Plan;
import dev.tarn.engine.QueryProfile.Unit;
import dev.tarn.sql.StatementStatus.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How statements fare, and who may know. */
class StatementProfilesTest {
    @TempDir
    Path folder;

    private final ArrayEngine engine = new ArrayEngine();
    private SqlRoom room;

    @BeforeEach
    void open() {
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), SqlRoom.config(folder), engine);
    }

    @AfterEach
    void close() {
        engine.release();
        room.close();
    }

    private StatementStatus status(Caller caller, String id) {
        return room.sql.profiles().progress(caller, id);
    }

    @Test
    void aWaitingStatementKnowsItsPlaceAndARunningOneThatItRuns() {
        List<String> running = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            running.add(room.submit(room.ada, "block"));
        }
        SqlRoom.await(() -> engine.running.get() == 10);
        String first = room.submit(room.ada, "rows 1");
        String second = room.submit(room.ada, "rows 1");
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofSeconds(7));
        assertEquals(Phase.EXECUTING, status(room.ada, running.get(0)).phase());
        assertEquals(Phase.QUEUED, status(room.ada, first).phase());
        assertEquals(Optional.of(1), status(room.ada, first).queuePosition());
        assertEquals(Optional.of(2), status(room.ada, second).queuePosition());
        assertEquals(7, status(room.ada, second).elapsed().queued().toSeconds());
        engine.release();
        SqlRoom.await(() -> room.state(room.ada, second).terminal());
        assertEquals(Optional.of(1L), status(room.ada, second).rows());
        assertEquals(Phase.DONE, status(room.ada, second).phase());
    }

    @Test
    void onlyWhoSubmittedAStatementLearnsOfIt() {
        room.permit(SqlRoom.BOB, PermissionLevel.CAN_MONITOR);
        String id = room.submit(room.ada, "rows 1");
        SqlRoom.await(() -> room.state(room.ada, id).terminal());
        for (Caller other : List.of(room.bob, room.admin)) {
            assertEquals(
                    ErrorKind.NOT_FOUND,
                    assertThrows(AppException.class, () -> status(other, id)).kind());
            assertEquals(
                    ErrorKind.NOT_FOUND,
                    assertThrows(AppException.class, () -> room.sql.profiles().profile(other, id))
                            .kind());
        }
    }

    @Test
    void howAStatementEndedIsKnownLongAfterItsResultIsGone() {
        String id = room.submit(room.ada, "rows 5");
        SqlRoom.await(() -> room.state(room.ada, id).terminal());
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofHours(2));
        room.sql.statements().sweep();
        assertEquals(StatementState.CLOSED, status(room.ada, id).state());
        assertEquals(Optional.of(5L), status(room.ada, id).rows());
    }

    @Test
    void aProfileIsReadAsItWasWritten() {
        Operator scan =
                new Operator("Scan", "a \"b\"", "Spark", Optional.of(5L), Optional.empty(), List.of(), List.of());
        Operator root = new Operator(
                "Sort",
                "",
                "Spark",
                Optional.empty(),
                Optional.of(12L),
                List.of(new Metric("peak memory", Unit.BYTES, 1 << 20)),
                List.of(scan));
        QueryProfile profile = new QueryProfile(List.of(new Plan("Statement", Optional.of(20L), root)));
        assertEquals(profile, ProfileJson.read(ProfileJson.write(profile)));
        assertEquals(2, profile.size());
    }
}
