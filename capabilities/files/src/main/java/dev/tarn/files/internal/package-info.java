/** Where uploads wait, and how links are signed. */
@NullMarked
package dev.tarn.files.internal;

import org.jspecify.annotations.NullMarked;
