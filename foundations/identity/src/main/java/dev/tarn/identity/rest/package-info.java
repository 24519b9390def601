/** How identity looks on the wire: SCIM, tokens, OAuth, the sign-in pages. */
@NullMarked
package dev.tarn.identity.rest;

import org.jspecify.annotations.NullMarked;
