/** Notebooks as cells, and the formats they are written in: source files, Jupyter, HTML, Databricks archives. No store, no caller. */
@NullMarked
package dev.tarn.workspace.notebook;

import org.jspecify.annotations.NullMarked;
