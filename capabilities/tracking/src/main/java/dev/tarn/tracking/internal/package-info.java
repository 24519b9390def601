/** Stores and rules behind the doors of tracking. */
@NullMarked
package dev.tarn.tracking.internal;

import org.jspecify.annotations.NullMarked;
