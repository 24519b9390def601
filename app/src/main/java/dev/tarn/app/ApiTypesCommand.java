package dev.tarn.app;

import dev.tarn.contract.TypeScriptApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tarn api-types}: writes the web app's types and operations from what the server serves. */
@Command(name = "api-types", description = "Write the web app's API types.", hidden = true)
final class ApiTypesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", defaultValue = "ui/src/shared/api/generated")
    Path folder = Path.of("ui/src/shared/api/generated");

    @Override
    public Integer call() throws Exception {
        try (TemporaryApp server = TemporaryApp.start()) {
            Files.createDirectories(folder);
            for (Path old : existing()) {
                Files.delete(old);
            }
            for (Map.Entry<String, String> file :
                    TypeScriptApi.files(server.app().contract()).entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        return 0;
    }

    private List<Path> existing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ts")).toList();
        }
    }
}
