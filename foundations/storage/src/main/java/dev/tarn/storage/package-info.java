/** Where people may put files: storage credentials, external locations, and who may do what with them. */
@NullMarked
package dev.tarn.storage;

import org.jspecify.annotations.NullMarked;
