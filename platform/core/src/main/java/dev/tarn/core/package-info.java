/** What every module speaks: who asks, what went wrong, time, pages, settings. Knows no product noun. */
@NullMarked
package dev.tarn.core;

import org.jspecify.annotations.NullMarked;
