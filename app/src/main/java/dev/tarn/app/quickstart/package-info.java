/** The tour that {@code tarn quickstart} gives: the official SDK against a server of its own, on a public data set. */
@NullMarked
package dev.tarn.app.quickstart;

import org.jspecify.annotations.NullMarked;
