package dev.tarn.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;

/**
 * A Maven module of ours.
 *
 * @param path of its folder, from the repository's root, as in the root pom
 * @param folder the same, absolute
 * @param root the package that is its door
 */
record Room(String path, Path folder, Tier tier, String root) {
    /** The module's name: the last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Delta recognises a Unity Catalog by this package, so the engine keeps one class there. */
    private static final String GUEST = "io.unitycatalog.tarn";

    boolean owns(JavaClass type) {
        return isIn(type.getPackageName(), root)
                || (name().equals("engine-spark") && isIn(type.getPackageName(), GUEST));
    }

    /** The package that nobody else may use. */
    String internal() {
        return root + ".internal";
    }

    static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
