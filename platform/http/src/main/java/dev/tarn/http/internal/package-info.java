/** How routes are put on the server library. */
@NullMarked
package dev.tarn.http.internal;

import org.jspecify.annotations.NullMarked;
