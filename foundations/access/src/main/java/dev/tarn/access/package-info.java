/** Who may do what: the securable tree, privileges, ownership, the guard that decides, and the audit trail of its decisions. */
@NullMarked
package dev.tarn.access;

import org.jspecify.annotations.NullMarked;
