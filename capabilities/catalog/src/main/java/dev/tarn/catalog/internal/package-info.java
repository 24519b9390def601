/** Rows of the catalog, and its rules. */
@NullMarked
package dev.tarn.catalog.internal;

import org.jspecify.annotations.NullMarked;
