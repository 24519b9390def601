/** Sessions of callers: statements, results, errors. */
@NullMarked
package dev.tarn.engine.spark.session;

import org.jspecify.annotations.NullMarked;
