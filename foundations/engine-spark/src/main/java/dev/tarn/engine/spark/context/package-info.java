/** Whose session a Spark session is, and what its statement has looked at. */
@NullMarked
package dev.tarn.engine.spark.context;

import org.jspecify.annotations.NullMarked;
