/** Settings on the wire. */
@NullMarked
package dev.tarn.settings.rest;

import org.jspecify.annotations.NullMarked;
