package dev.tarn.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command line as users do: a process with an environment of its own, in which there is one profile, {@code mine}. */
final class TarnProcess {
    /**
     * What a process did.
     *
     * @param out on standard output
     * @param err on standard error
     */
    record Done(int status, String out, String err) {}

    private final Path folder;

    TarnProcess(Path folder, String url) throws IOException {
        this.folder = folder;
        Files.writeString(
                folder.resolve(".databrickscfg"), "[mine]\nhost = " + url + "\ntoken = " + Workspace.TOKEN + "\n");
    }

    Done run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TarnCommand.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATABRICKS_"));
        builder.environment()
                .put("DATABRICKS_CONFIG_FILE", folder.resolve(".databrickscfg").toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError(command + " did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        return new Done(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
