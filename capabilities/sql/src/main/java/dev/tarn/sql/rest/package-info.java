/** The REST windows of this room: warehouses, statement execution, query history. */
@NullMarked
package dev.tarn.sql.rest;

import org.jspecify.annotations.NullMarked;
