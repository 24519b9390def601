/** Object stores as a file system of Hadoop's. */
@NullMarked
package dev.tarn.engine.spark.files;

import org.jspecify.annotations.NullMarked;
