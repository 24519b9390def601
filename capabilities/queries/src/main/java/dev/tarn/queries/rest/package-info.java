/** Saved queries over REST. */
@NullMarked
package dev.tarn.queries.rest;

import org.jspecify.annotations.NullMarked;
