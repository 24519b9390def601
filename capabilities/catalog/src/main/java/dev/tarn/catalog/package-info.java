/** The governed catalog: metastores, catalogs, schemas, tables, views, volumes, functions, and who may do what with them. */
@NullMarked
package dev.tarn.catalog;

import org.jspecify.annotations.NullMarked;
