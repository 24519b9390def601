/** The catalog's SQL statements. */
@NullMarked
package dev.tarn.catalog.sql;

import org.jspecify.annotations.NullMarked;
