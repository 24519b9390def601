/** Stores of saved queries. */
@NullMarked
package dev.tarn.queries.internal;

import org.jspecify.annotations.NullMarked;
