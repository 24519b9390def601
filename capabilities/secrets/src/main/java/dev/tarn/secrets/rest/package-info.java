/** Secrets on the wire. */
@NullMarked
package dev.tarn.secrets.rest;

import org.jspecify.annotations.NullMarked;
