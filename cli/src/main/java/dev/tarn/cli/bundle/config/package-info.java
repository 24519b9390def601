/** A bundle's files read into one tree that knows where each value stands: includes, targets, variables, presets, references. */
@NullMarked
package dev.tarn.cli.bundle.config;

import org.jspecify.annotations.NullMarked;
