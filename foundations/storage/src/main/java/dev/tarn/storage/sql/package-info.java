/** This room's SQL statements. */
@NullMarked
package dev.tarn.storage.sql;

import org.jspecify.annotations.NullMarked;
