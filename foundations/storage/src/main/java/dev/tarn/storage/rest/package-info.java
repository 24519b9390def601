/** Unity Catalog's REST API over the doors of this room. */
@NullMarked
package dev.tarn.storage.rest;

import org.jspecify.annotations.NullMarked;
