package dev.tarn.secrets;

import dev.tarn.access.PermissionLevel;
import java.util.Arrays;

/** What a principal may do with the secrets of a scope; each includes those before it. The vendor's names. */
public enum ScopePermission {
    READ(PermissionLevel.CAN_READ),
    WRITE(PermissionLevel.CAN_EDIT),
    MANAGE(PermissionLevel.CAN_MANAGE);

    private final PermissionLevel level;

    ScopePermission(PermissionLevel level) {
        this.level = level;
    }

    PermissionLevel level() {
        return level;
    }

    static ScopePermission of(PermissionLevel level) {
        return Arrays.stream(values())
                .filter(permission -> permission.level == level)
                .findFirst()
                .orElseThrow();
    }
}
