/** The files of a bundle on this machine: which of them go to the workspace, and what is built before. */
@NullMarked
package dev.tarn.cli.bundle.sync;

import org.jspecify.annotations.NullMarked;
