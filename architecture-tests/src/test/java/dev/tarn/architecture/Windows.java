package dev.tarn.architecture;

import java.util.Set;

/** The packages of a module that speak a wire protocol. */
final class Windows {
    private static final Set<String> NAMES =
            Set.of("rest", "scim", "oauth", "thrift", "connect", "unity", "iceberg", "sharing");

    private Windows() {}

    static boolean isWindow(Room room, String packageName) {
        if (room.tier() != Tier.FOUNDATIONS && room.tier() != Tier.CAPABILITIES
                || !Room.isIn(packageName, room.root())
                || packageName.equals(room.root())) {
            return false;
        }
        String first = packageName.substring(room.root().length() + 1).split("\\.", 2)[0];
        return NAMES.contains(first);
    }
}
