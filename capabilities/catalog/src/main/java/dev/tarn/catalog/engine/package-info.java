/** The catalog as an engine sees it. */
@NullMarked
package dev.tarn.catalog.engine;

import org.jspecify.annotations.NullMarked;
