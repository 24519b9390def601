/** MLflow's tracking: experiments, runs with their metrics, params and tags, datasets, logged models, and artifacts. */
@NullMarked
package dev.tarn.tracking;

import org.jspecify.annotations.NullMarked;
