package dev.tarn.engine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.engine.command.CommandResult;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping an engine ends its process, in a JVM of its own: the other tests' engine lives on in this one. */
class EngineStopTest {
    @TempDir
    Path folder;

    @Test
    void anEngineThatIsStoppedWhileItComesUpStopsAndKeepsNoThread() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-") || option.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(StartAndStop.class.getName(), folder.toString()));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> "still running: " + process.info());
            assertEquals(0, process.exitValue(), Files.readString(said));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends by itself, without {@link System#exit}, or not at all. */
    static final class StartAndStop {
        public static void main(String[] arguments) throws Exception {
            MemoryLakehouse lakehouse = new MemoryLakehouse(Files.createDirectory(Path.of(arguments[0], "managed")));
            SparkEngine engine = new SparkEngine(
                    new SparkEngineConfig(Files.createDirectory(Path.of(arguments[0], "scratch")), "local[2]", 2),
                    lakehouse,
                    (caller, asked) -> new CommandResult(asked.columns(), List.of()));
            engine.start();
            engine.close();
        }
    }
}
