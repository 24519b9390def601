/** Who there is, and how they prove it: workspaces, users, groups, service principals, tokens, OAuth and sign-in. */
@NullMarked
package dev.tarn.identity;

import org.jspecify.annotations.NullMarked;
