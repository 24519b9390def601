/** The Files API, the DBFS API and signed links. */
@NullMarked
package dev.tarn.files.rest;

import org.jspecify.annotations.NullMarked;
