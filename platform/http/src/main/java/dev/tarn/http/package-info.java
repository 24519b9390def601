/** The HTTP server: TLS, authentication, error dialects, routes. The only owner of the server library. */
@NullMarked
package dev.tarn.http;

import org.jspecify.annotations.NullMarked;
