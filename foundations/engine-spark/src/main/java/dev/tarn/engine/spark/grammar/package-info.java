/** Statements that Spark's and Delta's parsers do not know, read by a grammar of ours and made into commands. */
@NullMarked
package dev.tarn.engine.spark.grammar;

import org.jspecify.annotations.NullMarked;
