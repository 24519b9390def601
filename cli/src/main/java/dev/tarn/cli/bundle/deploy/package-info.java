/** Brings a workspace to what a bundle says: the lock, the state, the plan, and one class for each kind of resource. */
@NullMarked
package dev.tarn.cli.bundle.deploy;

import org.jspecify.annotations.NullMarked;
