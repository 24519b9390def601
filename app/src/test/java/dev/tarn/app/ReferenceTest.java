package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.contract.TypeScriptApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated part of docs/reference is what the code says. */
class ReferenceTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("tarn.root", "..")).resolve("docs/reference");

    @Test
    void theConfigurationReferenceIsUpToDate() throws Exception {
        assertEquals(
                ConfigurationReference.markdown(),
                Files.readString(REFERENCE.resolve("configuration.md")),
                "run ./tarn reference");
    }

    @Test
    void theParityTableIsUpToDate() throws Exception {
        assertEquals(
                ParityReference.markdown(ServerUnderTest.APP.contract()),
                Files.readString(REFERENCE.resolve("parity.md")),
                "run ./tarn parity --write docs/reference/parity.md");
    }

    @Test
    void theTypesOfTheWebAppAreUpToDate() throws Exception {
        Path folder = REFERENCE.resolve("../../ui/src/shared/api/generated");
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertEquals(TypeScriptApi.files(ServerUnderTest.APP.contract()), written, "run ./tarn api-types");
    }

    @Test
    void enoughOfTheContractIsServed() {
        long served = ServerUnderTest.APP.contract().parity().stream()
                .mapToLong(service -> service.served().size())
                .sum();
        assertTrue(served >= 80, "only " + served + " operations are served");
    }
}
