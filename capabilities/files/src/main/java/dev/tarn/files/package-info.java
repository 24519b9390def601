/** Files of people: volumes' contents, the workspace's DBFS root, uploads in parts, signed links. */
@NullMarked
package dev.tarn.files;

import org.jspecify.annotations.NullMarked;
