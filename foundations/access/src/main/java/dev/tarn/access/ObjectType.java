package dev.tarn.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of workspace object that has an access control list, such as a SQL warehouse. A room states its types as constants and
 * makes them known with {@link ObjectAcls#serve}.
 *
 * @param path as in {@code /api/2.0/permissions/{path}/{id}} and in object ids: {@code sql/warehouses}
 * @param name the {@code object_type} of answers: {@code warehouses}
 * @param aliases other paths that clients use for it
 * @param levels from the least to the most; each includes those before it, and the last but IS_OWNER manages the list itself
 */
public record ObjectType(String path, String name, Set<String> aliases, List<Level> levels) {

    /** A level with the sentence that clients show for it. */
    public record Level(PermissionLevel level, String description) {}

    public ObjectType {
        aliases = Set.copyOf(aliases);
        levels = List.copyOf(levels);
        if (levels.stream().noneMatch(level -> level.level() == PermissionLevel.CAN_MANAGE)) {
            throw new IllegalArgumentException(path + " has no CAN_MANAGE: nobody could change its permissions");
        }
    }

    /** Whether objects have exactly one owner, which cannot be a group. */
    public boolean owned() {
        return has(PermissionLevel.IS_OWNER);
    }

    public boolean has(PermissionLevel level) {
        return levels.stream().anyMatch(known -> known.level() == level);
    }

    /** Whether holding {@code held} allows what needs {@code needed}. */
    public boolean includes(PermissionLevel held, PermissionLevel needed) {
        return rank(held) >= rank(needed) && rank(needed) >= 0;
    }

    /** The level that whoever creates an object gets. */
    PermissionLevel creatorLevel() {
        return owned() ? PermissionLevel.IS_OWNER : PermissionLevel.CAN_MANAGE;
    }

    PermissionLevel lowest() {
        return levels.get(0).level();
    }

    /** The stronger of two levels; levels that this type does not have count as none. */
    Optional<PermissionLevel> stronger(Optional<PermissionLevel> one, PermissionLevel other) {
        if (!has(other)) {
            return one;
        }
        return one.filter(held -> rank(held) >= rank(other)).or(() -> Optional.of(other));
    }

    String objectId(String id) {
        return "/" + path + "/" + id;
    }

    /** What permissions that every object of the type has are inherited from. */
    String root() {
        return "/" + path + "/";
    }

    int rank(PermissionLevel level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).level() == level) {
                return i;
            }
        }
        return -1;
    }
}
