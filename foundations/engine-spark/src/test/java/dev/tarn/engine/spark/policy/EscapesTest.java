package dev.tarn.engine.spark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EscapesTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    static List<PolicyEngine.Listed> escapes() throws IOException {
        return PolicyEngine.get().statements("escapes.sql");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void anEscapeIsRefusedBeforeAFileIsTouched(PolicyEngine.Listed listed) throws IOException {
        PolicyEngine engine = PolicyEngine.get();
        List<String> before = PolicyEngine.names(engine.canary);
        ageAll(engine.canary);
        try (EngineSession session = engine.session("user")) {
            AppException refusal = assertThrows(AppException.class, () -> PolicyEngine.run(session, listed.sql()));
            String code = listed.expected().substring(0, listed.expected().indexOf(' '));
            String word = listed.expected().substring(code.length() + 1);
            assertEquals(code, refusal.code(), refusal.message());
            assertTrue(refusal.message().contains(word), refusal.message());
        }
        assertEquals(before, PolicyEngine.names(engine.canary));
        assertUntouched(engine.canary);
        assertEquals(
                Optional.empty(),
                engine.lakehouse.relation(
                        PolicyLakehouse.caller("user"),
                        new RelationName("main", "default", "leak"),
                        RelationAccess.DESCRIBE));
    }

    /** File systems note the first read after a change even when they note no others. */
    private static void ageAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(null, LONG_AGO, null);
            }
        }
    }

    private static void assertUntouched(Path folder) throws IOException {
        for (String name : List.of("secret.csv", "secret.txt", "delta")) {
            BasicFileAttributeView view =
                    Files.getFileAttributeView(folder.resolve(name), BasicFileAttributeView.class);
            assertEquals(LONG_AGO, view.readAttributes().lastAccessTime(), name + " was read");
        }
    }
}
