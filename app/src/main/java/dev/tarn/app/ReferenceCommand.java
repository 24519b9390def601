package dev.tarn.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tarn reference}: writes the parts of docs/reference that are made from code. */
@Command(name = "reference", description = "Write the generated reference documentation.", hidden = true)
final class ReferenceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", defaultValue = "docs/reference")
    Path folder = Path.of("docs/reference");

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("configuration.md"), ConfigurationReference.markdown());
        return 0;
    }
}
