/** Statements about files. */
@NullMarked
package dev.tarn.files.sql;

import org.jspecify.annotations.NullMarked;
