/** Object stores as a file system of Hadoop's. */
@org.jspecify.annotations.NullMarked
package dev.tarn.engine.spark.files;
