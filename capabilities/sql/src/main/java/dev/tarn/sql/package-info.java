/** SQL for clients: warehouses, statements and their results, and the history of both. */
@NullMarked
package dev.tarn.sql;

import org.jspecify.annotations.NullMarked;
