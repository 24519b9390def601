package dev.tarn.app;

import dev.tarn.core.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A server for as long as a command asks it something; its data goes with it. */
record TemporaryApp(App app, Path data) implements AutoCloseable {
    static TemporaryApp start() throws IOException {
        Path data = Files.createTempDirectory("tarn-");
        return new TemporaryApp(
                App.start(Configuration.read(
                        Optional.empty(), Map.of("tarn.data", data.toString(), "tarn.port", "0"), TarnConfig.class)),
                data);
    }

    @Override
    public void close() {
        app.close();
        QuickstartCommand.delete(data);
    }
}
