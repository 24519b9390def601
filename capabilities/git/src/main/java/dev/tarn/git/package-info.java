/** Git folders: branches of repositories in the workspace's tree, and people's credentials at git hosts. */
@NullMarked
package dev.tarn.git;

import org.jspecify.annotations.NullMarked;
