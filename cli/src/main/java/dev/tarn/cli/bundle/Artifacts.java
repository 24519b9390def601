package dev.tarn.cli.bundle;

import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.config.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Builds a bundle's artifacts, such as wheels; the results are files of the bundle, and go to the workspace with them. */
final class Artifacts {
    private Artifacts() {}

    static void build(Bundle bundle, Consumer<String> say) {
        bundle.tree().mappingAt("artifacts").entries().forEach((name, artifact) -> {
            Path folder =
                    bundle.root().resolve(artifact.textAt("path").orElse(".")).normalize();
            if (!folder.startsWith(bundle.root()) || !Files.isDirectory(folder)) {
                throw new BundleException(Problem.error(
                        "'" + folder + "' is no folder of the bundle.", "artifacts." + name + ".path", artifact.at()));
            }
            artifact.textAt("build").or(() -> usual(artifact)).ifPresent(line -> {
                say.accept("Building " + name + " ...");
                int status = Processes.shell(line, java.util.List.of(), folder, Map.of());
                if (status != 0) {
                    throw new BundleException(Problem.error(
                            "The build ended with status " + status + ": " + line, "artifacts." + name, artifact.at()));
                }
            });
        });
    }

    private static java.util.Optional<String> usual(Value artifact) {
        return artifact.textAt("type")
                .filter("whl"::equals)
                .map(type -> "python3 -m pip wheel --no-deps --quiet --wheel-dir dist .");
    }
}
