/** Stores of this room. */
@NullMarked
package dev.tarn.storage.internal;

import org.jspecify.annotations.NullMarked;
