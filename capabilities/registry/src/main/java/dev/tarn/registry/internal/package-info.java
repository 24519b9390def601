/** Stores and rules behind the door of the registry. */
@NullMarked
package dev.tarn.registry.internal;

import org.jspecify.annotations.NullMarked;
