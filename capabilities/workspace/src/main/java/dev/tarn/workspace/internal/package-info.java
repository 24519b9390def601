/** The room's tables and rules. */
@NullMarked
package dev.tarn.workspace.internal;

import org.jspecify.annotations.NullMarked;
