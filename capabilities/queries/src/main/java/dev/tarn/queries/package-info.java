/** Saved queries: their text and settings, who may do what with them, how they were before, and how their results are drawn. */
@NullMarked
package dev.tarn.queries;

import org.jspecify.annotations.NullMarked;
