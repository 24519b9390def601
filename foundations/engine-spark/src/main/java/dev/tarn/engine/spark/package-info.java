/** Spark and Delta behind the engine's door. */
@NullMarked
package dev.tarn.engine.spark;

import org.jspecify.annotations.NullMarked;
