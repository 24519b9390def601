package dev.tarn.cli.bundle.config;

/**
 * Something wrong with a bundle, said as a compiler says it.
 *
 * @param message problem, cause and remedy
 * @param path of the value, such as {@code resources.schemas.sales.name}; may be empty
 */
public record Problem(Severity severity, String message, String path, Position at) {
    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String message, String path, Position at) {
        return new Problem(Severity.ERROR, message, path, at);
    }

    public static Problem warning(String message, String path, Position at) {
        return new Problem(Severity.WARNING, message, path, at);
    }

    @Override
    public String toString() {
        return (severity == Severity.ERROR ? "Error: " : "Warning: ") + message
                + (path.isEmpty() ? "" : "\n  at " + path) + "\n  in " + at;
    }
}
