/** A workspace's tree of folders, notebooks and files. */
@NullMarked
package dev.tarn.workspace;

import org.jspecify.annotations.NullMarked;
