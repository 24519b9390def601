package dev.tarn.cli.bundle.config;

import java.util.List;
import java.util.stream.Collectors;

/** A bundle that cannot be used as it is, with everything that is wrong with it. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BundleException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")));
        this.problems = List.copyOf(problems);
    }

    public BundleException(Problem problem) {
        this(List.of(problem));
    }

    /** For what is wrong with no file in particular. */
    public BundleException(String message) {
        super("Error: " + message);
        this.problems = List.of();
    }

    public List<Problem> problems() {
        return problems;
    }
}
