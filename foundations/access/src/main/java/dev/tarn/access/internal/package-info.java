/** Rows of the securable tree, grants and the audit trail. */
@NullMarked
package dev.tarn.access.internal;

import org.jspecify.annotations.NullMarked;
