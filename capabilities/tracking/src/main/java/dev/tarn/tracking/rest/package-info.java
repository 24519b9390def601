/** The MLflow REST protocol. */
@NullMarked
package dev.tarn.tracking.rest;

import org.jspecify.annotations.NullMarked;
