/** The MLflow registry's REST protocol. */
@NullMarked
package dev.tarn.registry.rest;

import org.jspecify.annotations.NullMarked;
