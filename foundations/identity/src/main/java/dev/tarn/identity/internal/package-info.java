/** Stores and rules of the identity room. */
@NullMarked
package dev.tarn.identity.internal;

import org.jspecify.annotations.NullMarked;
