package dev.tarn.engine.spark.grammar;

/** Where a session stands, for names that are not complete. */
public record CurrentNamespace(String catalog, String schema) {}
