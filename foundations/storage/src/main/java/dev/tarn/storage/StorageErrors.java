package dev.tarn.storage;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import java.net.URI;
import java.nio.file.Path;

/** Every error of this room, in the vendor's codes. */
public final class StorageErrors {
    private StorageErrors() {}

    static AppException badPath(String text) {
        return AppException.invalid(
                "'%s' is not a place for files: write file:/directory/... or s3://bucket/folder/..., without '.' or '..', spaces, '%%', '?' or '#'."
                        .formatted(text));
    }

    /** For what reaches this machine's disk only. */
    static AppException onlyLocal(StoragePath path) {
        return AppException.invalid(
                "'%s' lies in an object store: this works on this machine's disk only.".formatted(path));
    }

    static AppException endpointNotListed(URI endpoint) {
        return AppException.invalid(
                "This server does not call '%s'. Its administrator lists object stores in tarn.storage.s3-endpoints."
                        .formatted(endpoint));
    }

    static AppException wrongCredential(StoragePath path) {
        return AppException.invalid(
                path.isLocal()
                        ? "'%s' is on this machine's disk, and the credential holds an object store's keys."
                                .formatted(path)
                        : "'%s' is in an object store, and the credential holds no keys.".formatted(path));
    }

    /** @param why the store's error code */
    static AppException unusable(StoragePath path, String why) {
        return AppException.invalid(
                "'%s' cannot be used with the credential: %s. Correct the keys or the bucket, or send skip_validation."
                        .formatted(path, why));
    }

    /** A credential that stands for a role in somebody's cloud. */
    public static AppException noCloudRoles() {
        return AppException.invalid(
                "Roles and identities of a cloud are not used by this server: send keys of an S3-compatible store as cloudflare_api_token, or nothing for this machine's disk.");
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

    static AppException badFilePath(String path) {
        return AppException.invalid(
                "'%s' is not a path of a file: its parts are 1 to 255 bytes of UTF-8, without '.', '..', '\\', control characters or the reserved name '%s'."
                        .formatted(printable(path), FilePath.RESERVED));
    }

    public static AppException fileNotFound(FilePath path) {
        return new AppException(
                ErrorKind.NOT_FOUND, "NOT_FOUND", "The file or folder '/%s' does not exist.".formatted(path));
    }

    public static AppException fileExists(FilePath path) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "ALREADY_EXISTS",
                "'/%s' already exists. Overwrite it, or choose another name.".formatted(path));
    }

    public static AppException isAFolder(FilePath path) {
        return AppException.invalid("'/%s' is a folder, not a file.".formatted(path));
    }

    public static AppException isAFile(FilePath path) {
        return AppException.invalid("'/%s' is a file, not a folder.".formatted(path));
    }

    public static AppException folderNotEmpty(FilePath path) {
        return new AppException(
                ErrorKind.FAILED_PRECONDITION,
                "DIRECTORY_NOT_EMPTY",
                "The folder '/%s' is not empty. Delete what is in it first.".formatted(path));
    }

    public static AppException moveIntoItself(FilePath from, FilePath to) {
        return AppException.invalid("'/%s' cannot be moved into itself ('/%s').".formatted(from, to));
    }

    public static AppException changedMeanwhile(FilePath path) {
        return new AppException(
                ErrorKind.PRECONDITION_FAILED,
                "PRECONDITION_FAILED",
                "'/%s' is not the version that the request names. Read it again.".formatted(path));
    }

    public static AppException fileTooLarge(FilePath path, long maxBytes) {
        return new AppException(
                ErrorKind.TOO_LARGE,
                "REQUEST_LIMIT_EXCEEDED",
                "'/%s' is larger than the %d bytes that may be written so.".formatted(path, maxBytes));
    }

    /** A symbolic link, a device or the like below a root. */
    public static AppException notAPlainFile(FilePath path) {
        return AppException.denied("'/%s' leads over a symbolic link or is no plain file.".formatted(path));
    }

    public static AppException rootFolder() {
        return AppException.invalid("The root folder cannot be deleted or moved. Drop the volume that it belongs to.");
    }

    public static AppException unwritableName(String name) {
        return AppException.invalid(
                "This server's system cannot write a file named '%s'. Its administrator starts it with LC_ALL=C.UTF-8."
                        .formatted(printable(name)));
    }

    public static AppException diskFull() {
        return new AppException(
                ErrorKind.UNAVAILABLE,
                "TEMPORARILY_UNAVAILABLE",
                "The server's disk is full, so the file was not written. Free some space and try again.");
    }

    private static String printable(String text) {
        String shown = text.length() > 300 ? text.substring(0, 300) + "..." : text;
        return shown.codePoints()
                .map(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE
                                || Character.getType(character) == Character.FORMAT
                        ? '?'
                        : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
