package dev.tarn.storage;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import java.nio.file.Path;

/** Every error of this room, in the vendor's codes. */
public final class StorageErrors {
    private StorageErrors() {}

    static AppException badPath(String text) {
        return AppException.invalid(
                "'%s' is not a place for files: write file:/directory/..., without '.' or '..', spaces, '%%', '?' or '#'."
                        .formatted(text));
    }

    /** A kind of storage that this version does not reach. */
    public static AppException noObjectStores() {
        return AppException.invalid(
                "Object stores are not served yet: storage is this machine's disk, with URLs such as file:/directory.");
    }

    static AppException badName(String name) {
        return AppException.invalid(
                "'%s' is not a valid name: use 1 to 255 characters, none of them '.', '/', a space or a control character."
                        .formatted(name.length() > 300 ? name.substring(0, 300) + "..." : name));
    }

    static AppException metastoreNotFound() {
        return new AppException(
                ErrorKind.NOT_FOUND, "METASTORE_DOES_NOT_EXIST", "No metastore is assigned to this workspace.");
    }

    static AppException credentialNotFound(String name) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "STORAGE_CREDENTIAL_DOES_NOT_EXIST",
                "Storage Credential '%s' does not exist.".formatted(name));
    }

    static AppException locationNotFound(String name) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "EXTERNAL_LOCATION_DOES_NOT_EXIST",
                "External Location '%s' does not exist.".formatted(name));
    }

    static AppException credentialExists(String name) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "STORAGE_CREDENTIAL_ALREADY_EXISTS",
                "Storage Credential '%s' already exists.".formatted(name));
    }

    static AppException locationExists(String name) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "EXTERNAL_LOCATION_ALREADY_EXISTS",
                "External Location '%s' already exists.".formatted(name));
    }

    static AppException credentialInUse(String name) {
        return AppException.invalidState(
                "Storage Credential '%s' is used by external locations. Delete them first, or delete it with force."
                        .formatted(name));
    }

    /** Says nothing of what is there: the caller may not be allowed to know. */
    static AppException overlap(StoragePath path) {
        return AppException.invalid(
                "LOCATION_OVERLAP: '%s' overlaps another external location. Choose another place.".formatted(path));
    }

    static AppException outsideRoots(StoragePath path) {
        return AppException.invalid(
                "'%s' is not below a directory that this server lends out. Its administrator lists them in tarn.storage.local-roots."
                        .formatted(path));
    }

    /** A path that the disk cannot follow: a broken link, a loop of links, a file as a directory, a name too long. */
    static AppException unreachable(Path path) {
        return AppException.invalid(
                "'file:%s' cannot be followed: a link on it is broken, a part of it is no directory, or a name is too long."
                        .formatted(path));
    }

    static AppException notADirectory(StoragePath path) {
        return AppException.invalid(
                "'%s' is not a directory that this server can use. Make it first, or send skip_validation."
                        .formatted(path));
    }

    /** The same words whether or not there is a location, and whether or not there are files. */
    static AppException noAccess(Caller caller, StoragePath path) {
        return AppException.denied(
                "%s may not use '%s': no external location that they may use covers it. Ask the metastore's administrator."
                        .formatted(caller.principal().name(), path));
    }

    static AppException readOnly(StoragePath path) {
        return AppException.denied("'%s' lies in an external location that is read-only.".formatted(path));
    }
}
