/** The two databases behind the door. */
@NullMarked
package dev.tarn.db.internal;

import org.jspecify.annotations.NullMarked;
