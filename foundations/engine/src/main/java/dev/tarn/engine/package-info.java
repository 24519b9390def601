/** The engine's door: sessions that run SQL for callers, and results as Arrow. No type of any engine appears here. */
@NullMarked
package dev.tarn.engine;

import org.jspecify.annotations.NullMarked;
