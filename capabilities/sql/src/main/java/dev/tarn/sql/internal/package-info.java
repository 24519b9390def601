/** Stores, the queue, and the files that results lie in. */
@NullMarked
package dev.tarn.sql.internal;

import org.jspecify.annotations.NullMarked;
