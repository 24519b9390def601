/**
 * {@code tarn bundle}: an open implementation of the published bundle format ({@code databricks.yml}), against this server or the
 * vendor's cloud.
 */
@NullMarked
package dev.tarn.cli.bundle;

import org.jspecify.annotations.NullMarked;
