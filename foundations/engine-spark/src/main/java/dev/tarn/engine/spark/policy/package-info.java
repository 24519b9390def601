/**
 * What SQL may do on this server. Everything is closed until a list here opens it; anything unknown is refused by name. The
 * lists are printed into docs/reference/sql-policy.md.
 */
@NullMarked
package dev.tarn.engine.spark.policy;

import org.jspecify.annotations.NullMarked;
