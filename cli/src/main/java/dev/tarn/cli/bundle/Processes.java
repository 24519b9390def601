package dev.tarn.cli.bundle;

import dev.tarn.cli.bundle.config.BundleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a line of shell of the bundle's author, with our own input and output. */
final class Processes {
    private Processes() {}

    /** The exit status. */
    static int shell(String line, List<String> arguments, Path folder, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", line, "sh"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new BundleException("the shell does not run (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("'" + line + "' was interrupted.");
        }
    }
}
