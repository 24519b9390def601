package dev.tarn.cli.bundle.config;

import java.nio.file.Path;

/**
 * Where a value stands.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Position(Path file, int line, int column) {
    /** For values that no file holds: defaults, command line options. */
    public static Position none(String source) {
        return new Position(Path.of(source), 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line + ":" + column;
    }
}
