package dev.tarn.files;

/** The full name of a volume, as a path has it. */
public record VolumeName(String catalog, String schema, String volume) {}
