/** The room's tables. */
@NullMarked
package dev.tarn.secrets.internal;

import org.jspecify.annotations.NullMarked;
