package dev.tarn.engine.spark.policy;

/** The session's current catalog, as names of two parts are looked up in it. */
@FunctionalInterface
interface CurrentSchema {
    String catalog();
}
