/** What an engine asks the catalog, and gets answered with the caller's rights already decided. */
@NullMarked
package dev.tarn.engine.catalog;

import org.jspecify.annotations.NullMarked;
