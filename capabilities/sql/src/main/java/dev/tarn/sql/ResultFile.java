package dev.tarn.sql;

import java.nio.file.Path;

/** The file behind a signed link, to be sent as it is. */
public record ResultFile(Path file, ResultFormat format, long bytes) {}
