package dev.tarn.engine.spark.policy;

/** Where the session stands: names of two parts are looked up in its catalog, names of one in its schema. */
interface CurrentSchema {
    String catalog();

    String schema();
}
