/** The room's tables and rules. */
@NullMarked
package dev.tarn.settings.internal;

import org.jspecify.annotations.NullMarked;
