package dev.tarn.cli.bundle.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A bundle as it is to be deployed to one target: everything resolved but references to resources.
 *
 * @param root folder on this machine
 * @param tree resources, sync, artifacts, permissions, run_as and the rest
 * @param warnings what is odd but not wrong
 */
public record Bundle(
        Path root,
        String name,
        String target,
        Mode mode,
        Paths paths,
        Me me,
        Value.Mapping tree,
        List<Problem> warnings) {
    /** What a target is for. */
    public enum Mode {
        DEVELOPMENT,
        PRODUCTION,
        NONE
    }

    /** Folders of the deployment in the workspace. */
    public record Paths(String root, String files, String state, String artifacts) {}

    public Bundle {
        warnings = List.copyOf(warnings);
    }
}
