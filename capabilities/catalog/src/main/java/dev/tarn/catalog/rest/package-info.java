/** Unity Catalog's REST API over the doors of this room. */
@NullMarked
package dev.tarn.catalog.rest;

import org.jspecify.annotations.NullMarked;
