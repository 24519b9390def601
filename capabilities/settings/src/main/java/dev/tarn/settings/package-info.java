/** A workspace's settings: who may reach it from where, and what its administrators decide. */
@NullMarked
package dev.tarn.settings;

import org.jspecify.annotations.NullMarked;
