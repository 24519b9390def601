/** Spark's view of the governed catalog: every answer comes from the catalog room, with the session's caller. */
@NullMarked
package dev.tarn.engine.spark.catalog;

import org.jspecify.annotations.NullMarked;
