/** The Permissions API on the wire. */
@NullMarked
package dev.tarn.access.rest;

import org.jspecify.annotations.NullMarked;
