/** What the tests of several rooms need. */
@NullMarked
package dev.tarn.testkit;

import org.jspecify.annotations.NullMarked;
