/** Passwords and keys of a workspace, in scopes with access control lists, sealed at rest. */
@NullMarked
package dev.tarn.secrets;

import org.jspecify.annotations.NullMarked;
