/** MLflow's model registry of a workspace: models, versions, stages, aliases, and who was champion when. */
@NullMarked
package dev.tarn.registry;

import org.jspecify.annotations.NullMarked;
