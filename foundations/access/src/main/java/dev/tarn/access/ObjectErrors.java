package dev.tarn.access;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The errors of workspace objects' access control, in the vendor's codes. */
final class ObjectErrors {
    private ObjectErrors() {}

    static AppException denied(Caller caller, PermissionLevel needed, ObjectType type, String name) {
        return AppException.denied("%s does not have %s on '%s' (%s). Ask its owner or a workspace administrator."
                .formatted(caller.principal().name(), needed, name, type.name()));
    }

    static AppException unknownType(String path, Collection<String> known) {
        return AppException.invalid("'%s' is not a type of object that has permissions. Use one of %s."
                .formatted(path, String.join(", ", new TreeSet<>(known))));
    }

    static AppException notFound(ObjectType type, String id) {
        return AppException.notFound("%s does not exist.".formatted(type.objectId(id)));
    }

    static AppException notALevel(String level, ObjectType type) {
        return AppException.invalid("%s is not a permission level of %s. Use one of %s."
                .formatted(
                        level,
                        type.name(),
                        type.levels().stream()
                                .map(known -> known.level().name())
                                .collect(Collectors.joining(", "))));
    }

    static AppException oneOwner(ObjectType type) {
        return AppException.invalid(
                "An object of type %s has exactly one owner, a user or a service principal: name one with IS_OWNER."
                        .formatted(type.name()));
    }

    static AppException ownerChange(Caller caller) {
        return AppException.denied("%s may not change the owner: only the owner and workspace administrators may."
                .formatted(caller.principal().name()));
    }

    static AppException adminsAreFixed() {
        return AppException.invalid(
                "The group 'admins' has CAN_MANAGE on every object; its permissions cannot be changed.");
    }

    static AppException principalNotFound(String kind, String name) {
        return new AppException(
                dev.tarn.core.ErrorKind.NOT_FOUND,
                "RESOURCE_DOES_NOT_EXIST",
                "There is no %s '%s' in this workspace. Use a user's e-mail, a group's name or a service principal's application id."
                        .formatted(kind, name));
    }
}
