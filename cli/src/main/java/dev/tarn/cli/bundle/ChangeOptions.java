package dev.tarn.cli.bundle;

import dev.tarn.cli.bundle.deploy.Step;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of commands that change a target. */
final class ChangeOptions {
    @Option(names = "--auto-approve", description = "Do not ask before deleting.")
    boolean autoApprove;

    @Option(
            names = "--force-lock",
            description = "Take the place of a deployment that holds the lock, such as one that was killed.")
    boolean forceLock;

    /** Asks, if there is somebody to ask. */
    boolean agrees(List<Step> losing) {
        if (autoApprove) {
            return true;
        }
        if (System.console() == null) {
            return false;
        }
        System.err.println("This deletes, with everything in it:");
        losing.forEach(step -> System.err.println(
                "  " + step.shortKey() + step.id().map(id -> " (" + id + ")").orElse("")));
        String answer = System.console().readLine("Go on? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
