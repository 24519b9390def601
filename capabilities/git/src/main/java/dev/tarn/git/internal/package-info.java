/** Clones, what is checked out of them, and the room's tables. The only package that knows JGit. */
@NullMarked
package dev.tarn.git.internal;

import org.jspecify.annotations.NullMarked;
