/** Files of object stores, as an engine reads and writes them. */
@org.jspecify.annotations.NullMarked
package dev.tarn.engine.files;
