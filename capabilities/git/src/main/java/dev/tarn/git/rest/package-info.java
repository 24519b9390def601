/** Git folders and git credentials on the wire. */
@NullMarked
package dev.tarn.git.rest;

import org.jspecify.annotations.NullMarked;
