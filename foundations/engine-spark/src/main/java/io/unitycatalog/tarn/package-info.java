/** Delta recognises a Unity Catalog by this package's name; nothing else lives here. */
@NullMarked
package io.unitycatalog.tarn;

import org.jspecify.annotations.NullMarked;
