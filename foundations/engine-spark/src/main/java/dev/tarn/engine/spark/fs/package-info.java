/** Local files without forks. */
@NullMarked
package dev.tarn.engine.spark.fs;

import org.jspecify.annotations.NullMarked;
