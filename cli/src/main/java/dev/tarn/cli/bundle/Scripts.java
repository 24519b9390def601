package dev.tarn.cli.bundle;

import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.config.Value;
import java.util.List;
import java.util.Map;

/** Scripts of a bundle: shell that runs on this machine, signed in to the target's workspace. */
final class Scripts {
    private Scripts() {}

    /** The script's exit status. */
    static int run(Bundle bundle, String key, List<String> arguments, Map<String, String> environment) {
        Value.Mapping scripts = bundle.tree().mappingAt("scripts");
        Value script = scripts.find(key)
                .orElseThrow(() -> new BundleException("there is no script '" + key + "'"
                        + (scripts.entries().isEmpty()
                                ? "; add one under 'scripts'."
                                : "; there are "
                                        + String.join(", ", scripts.entries().keySet()) + ".")));
        String content = script.textAt("content")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BundleException(
                        Problem.error("The script has no 'content'.", "scripts." + key, script.at())));
        return Processes.shell(content, arguments, bundle.root(), environment);
    }
}
