/** Files of object stores, as an engine reads and writes them. */
@NullMarked
package dev.tarn.engine.files;

import org.jspecify.annotations.NullMarked;
