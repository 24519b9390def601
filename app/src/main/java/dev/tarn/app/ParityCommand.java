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
        try (TemporaryApp server = TemporaryApp.start()) {
            String table = ParityReference.markdown(server.app().contract());
            if (file != null) {
                Files.writeString(file, table);
            } else {
                System.out.println(table);
            }
        }
        return 0;
    }
}
