/** SQL statements of ours that no engine knows, parsed: GRANT, CREATE CATALOG, SHOW VOLUMES and the like. */
@NullMarked
package dev.tarn.engine.command;

import org.jspecify.annotations.NullMarked;
