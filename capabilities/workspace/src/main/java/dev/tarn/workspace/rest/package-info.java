/** The workspace on the wire. */
@NullMarked
package dev.tarn.workspace.rest;

import org.jspecify.annotations.NullMarked;
