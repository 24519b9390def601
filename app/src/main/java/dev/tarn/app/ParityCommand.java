package dev.tarn.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tarn parity}: which operations of the official SDK are served. */
@Command(
        name = "parity",
        description = "Print which operations of the official SDK are served.",
        mixinStandardHelpOptions = true)
final class ParityCommand implements Callable<Integer> {
    @Option(names = "--write", paramLabel = "FILE", description = "Write docs/reference/parity.md instead of printing.")
    @Nullable Path file;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tarn-parity-");
        try (App app = App.start(dev.tarn.core.Configuration.read(
                java.util.Optional.empty(),
                java.util.Map.of("tarn.data", data.toString(), "tarn.port", "0"),
                TarnConfig.class))) {
            String table = ParityReference.markdown(app.contract());
            if (file != null) {
                Files.writeString(file, table);
            } else {
                System.out.println(table);
            }
        }
        return 0;
    }
}
