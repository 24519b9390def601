package dev.tarn.files;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Every error of this room, in the vendor's codes. */
public final class FilesErrors {
    private FilesErrors() {}

    static AppException notAbsolute(@Nullable String path) {
        return AppException.invalid("'%s' is not an absolute path: begin with '/'.".formatted(shown(path)));
    }

    static AppException notInAVolume(@Nullable String path) {
        return AppException.invalid(
                "'%s' is not a path in a volume: write /Volumes/catalog/schema/volume/...".formatted(shown(path)));
    }

    static AppException notFound(RemotePath path) {
        return new AppException(
                ErrorKind.NOT_FOUND, "NOT_FOUND", "The file or directory '%s' does not exist.".formatted(shown(path)));
    }

    static AppException exists(RemotePath path) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "ALREADY_EXISTS",
                "'%s' already exists. Send overwrite=true, or choose another name.".formatted(shown(path)));
    }

    static AppException notAFile(RemotePath path) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS, "ALREADY_EXISTS", "'%s' is a directory.".formatted(shown(path)));
    }

    static AppException notADirectory(RemotePath path) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "ALREADY_EXISTS",
                "'%s' is, or lies below, a file that is no directory.".formatted(shown(path)));
    }

    static AppException differentRoots(RemotePath from, RemotePath to) {
        return AppException.invalid("'%s' and '%s' are in different volumes: copy the file and delete it instead."
                .formatted(shown(from), shown(to)));
    }

    static AppException notForSql(RemotePath path) {
        return AppException.invalid(
                "'%s' cannot be read or written by SQL: a name in it holds a space, '%%', '?', '#' or the like. Move the file to a plainer name."
                        .formatted(shown(path)));
    }

    static AppException noDbfsRoot() {
        return AppException.denied(
                "This server's DBFS root is switched off (tarn.files.dbfs-root). Use a volume: /Volumes/catalog/schema/volume/...");
    }

    static AppException uploadNotFound() {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "RESOURCE_DOES_NOT_EXIST",
                "There is no such upload: it was completed, aborted, took too long, or is somebody else's. Begin again.");
    }

    static AppException badPartNumber(long number) {
        return AppException.invalid("A part's number is 1 to 10000, not %d.".formatted(number));
    }

    /** A part that is not there or has another content than the client says. */
    public static AppException partMissing(int number) {
        return AppException.invalid("Part %d was not uploaded with that etag. Upload it again.".formatted(number));
    }

    static AppException partsOutOfOrder() {
        return AppException.invalid("'parts' lists each part once, with 'part_number' and 'etag', in ascending order.");
    }

    static AppException blockTooLarge() {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT, "MAX_BLOCK_SIZE_EXCEEDED", "A block holds at most 1 MiB of data.");
    }

    static AppException readTooLarge() {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT, "MAX_READ_SIZE_EXCEEDED", "A read returns at most 1 MiB of data.");
    }

    static AppException tooManyEntries(RemotePath path, int most) {
        return AppException.invalid("'%s' has more than %d entries: list it by /api/2.0/fs/directories, page by page."
                .formatted(shown(path), most));
    }

    /** A link that was made up, or that this server did not sign since its start. */
    public static AppException badLink() {
        return AppException.denied("This link is not one of this server's. Ask for a new one.");
    }

    /** A link whose time is over. */
    public static AppException linkExpired() {
        return AppException.denied("Request has expired");
    }

    static AppException linkForAnother() {
        return AppException.denied("This link was made for another method. Ask for one of the right kind.");
    }

    private static String shown(@Nullable Object path) {
        String text = String.valueOf(path);
        String cut = text.length() > 500 ? text.substring(0, 500) + "..." : text;
        return cut.codePoints()
                .map(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE
                                || Character.getType(character) == Character.FORMAT
                        ? '?'
                        : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
