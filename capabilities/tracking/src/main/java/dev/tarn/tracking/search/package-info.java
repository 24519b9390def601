/** The grammar of MLflow's filters and orders, for every room that has something to search. */
@NullMarked
package dev.tarn.tracking.search;

import org.jspecify.annotations.NullMarked;
