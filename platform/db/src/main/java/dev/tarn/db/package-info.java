/** The database: transactions, rows, migrations and the outbox. The only module that sees JDBI, Flyway, SQLite and PostgreSQL. */
@NullMarked
package dev.tarn.db;

import org.jspecify.annotations.NullMarked;
