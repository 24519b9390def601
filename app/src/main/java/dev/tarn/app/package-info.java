/** The composition root: settings, the rooms wired in dependency order, and the commands that run them. */
@NullMarked
package dev.tarn.app;

import org.jspecify.annotations.NullMarked;
