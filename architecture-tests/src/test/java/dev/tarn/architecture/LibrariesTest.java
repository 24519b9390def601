package dev.tarn.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Each big library is known to one module, so that it can be replaced there. */
class LibrariesTest {
    private static final House HOUSE = House.INSTANCE;

    @Test
    void sparkAndDeltaAreKnownToTheirEngineAlone() {
        only(
                List.of("org.apache.spark.", "io.delta.", "org.apache.hadoop.", "scala."),
                (room, type) -> room.name().equals("engine-spark"),
                "Spark, Delta, Hadoop and Scala types stay in foundations/engine-spark, behind the engine's door.");
    }

    @Test
    void databasesAreKnownToTheDatabaseModuleAlone() {
        only(
                List.of(
                        "org.jdbi.",
                        "java.sql.",
                        "javax.sql.",
                        "org.sqlite.",
                        "org.postgresql.",
                        "org.flywaydb.",
                        "com.zaxxer."),
                (room, type) -> room.name().equals("db"),
                "Stores write SQL against dev.tarn.db.Tx; drivers, JDBI and Flyway stay in platform/db.");
    }

    @Test
    void armeriaIsKnownToTheHttpModuleAlone() {
        only(
                List.of("com.linecorp.armeria.", "io.netty."),
                (room, type) -> room.name().equals("http") || room.name().equals("testkit"),
                "The HTTP server is platform/http's alone.");
    }

    @Test
    void modelsOfTheWireStayInWindows() {
        only(
                List.of("com.databricks.sdk.", "com.fasterxml.jackson.annotation."),
                (room, type) -> List.of("contract", "http", "testkit", "cli").contains(room.name())
                        || Windows.isWindow(room, type.getPackageName())
                        || Room.isIn(type.getPackageName(), "dev.tarn.app"),
                "SDK models and Jackson annotations are the wire's: doors speak our own records.");
    }

    @Test
    void duckDbIsKnownToTheAcceleratorAlone() {
        only(
                List.of("org.duckdb."),
                (room, type) -> room.name().equals("engine-duckdb"),
                "DuckDB stays in foundations/engine-duckdb.");
    }

    @Test
    void gitIsKnownToTheInternalsOfItsRoomAlone() {
        only(
                List.of("org.eclipse.jgit."),
                (room, type) -> Room.isIn(type.getPackageName(), "dev.tarn.git.internal")
                        || room.name().equals("cli"),
                "JGit stays in capabilities/git, where what it is asked to call is checked; cli reads .gitignore with it.");
    }

    @Test
    void nobodyGeneratesMocksOrInjectsOurCode() {
        only(
                List.of(
                        "lombok.",
                        "org.mockito.",
                        "org.springframework.",
                        "com.google.inject.",
                        "jakarta.inject.",
                        "javax.inject.",
                        "dagger."),
                (room, type) -> false,
                "No Lombok, no mocks, no dependency injection container.");
    }

    private static void only(List<String> libraries, BiPredicate<Room, JavaClass> allowed, String rule) {
        Findings findings = new Findings();
        for (JavaClass type : HOUSE.classes()) {
            if (allowed.test(HOUSE.room(type), type)) {
                continue;
            }
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getName();
                if (libraries.stream().anyMatch(target::startsWith)) {
                    findings.add(use.getDescription());
                }
            }
        }
        findings.mustBeNone(rule);
    }
}
