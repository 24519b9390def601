package dev.tarn.workspace;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in the vendor's codes and, where clients read them, words (databricks CLI: libs/filer). */
final class WorkspaceErrors {
    private WorkspaceErrors() {}

    static AppException badPath(String path, String reason) {
        String shown = path.length() > 200 ? path.substring(0, 200) + "..." : path;
        return AppException.invalid(
                "Path (%s) is not valid: %s.".formatted(shown.replaceAll("\\p{Cntrl}", "?"), reason));
    }

    static AppException notFound(WorkspacePath path) {
        return AppException.notFound("Path (%s) doesn't exist.".formatted(path));
    }

    static AppException noParent(WorkspacePath parent) {
        return AppException.notFound("The parent folder (%s) does not exist. Create it first.".formatted(parent));
    }

    static AppException exists(WorkspacePath path) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT, "RESOURCE_ALREADY_EXISTS", "Path (%s) already exists.".formatted(path));
    }

    /** The answer of file imports, which clients tell from the other by its status, 409. */
    static AppException fileExists(WorkspacePath path) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS, "RESOURCE_ALREADY_EXISTS", "Path (%s) already exists.".formatted(path));
    }

    static AppException typeMismatch(WorkspacePath path, ObjectKind asked, ObjectKind actual) {
        return AppException.invalid(
                "Cannot overwrite the asset at %s due to type mismatch (asked: %s, actual: %s). Delete it first."
                        .formatted(path, asked, actual));
    }

    static AppException notEmpty(WorkspacePath path) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "DIRECTORY_NOT_EMPTY",
                "Folder (%s) is not empty. Delete what is in it, or delete it recursively.".formatted(path));
    }

    static AppException isProtected(WorkspacePath path) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "DIRECTORY_PROTECTED",
                "Folder %s is protected: it is part of every workspace.".formatted(path));
    }

    static AppException notAFolder(WorkspacePath path) {
        return AppException.invalid("Path (%s) is not a folder.".formatted(path));
    }

    static AppException isAFolder(WorkspacePath path) {
        return AppException.invalid("Path (%s) is a folder, which has no content.".formatted(path));
    }

    static AppException denied(Caller caller, WorkspacePath path) {
        return AppException.denied("%s may not change (%s). Ask somebody who manages it, or a workspace administrator."
                .formatted(caller.principal().name(), path));
    }

    static AppException tooLarge(String what, long most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "MAX_NOTEBOOK_SIZE_EXCEEDED",
                "%s may have at most %d bytes.".formatted(what, most));
    }

    static AppException tooMany(WorkspacePath path, int most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "MAX_LIST_SIZE_EXCEEDED",
                "Folder (%s) holds more than %d objects, too many for one answer. List it in pages: GET /api/tarn/v1/workspace/list."
                        .formatted(path, most));
    }

    static AppException exportTooLarge(WorkspacePath path, long most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "MAX_READ_SIZE_EXCEEDED",
                "What is in (%s) has more than %d bytes or too many objects for one archive. Export its parts."
                        .formatted(path, most));
    }

    static AppException notText(WorkspacePath path) {
        return AppException.invalid("A notebook is text in UTF-8, and what is to be (%s) is not.".formatted(path));
    }

    static AppException format(String what, String format) {
        return AppException.invalid(
                "A %s cannot be exported in format %s. Use AUTO or SOURCE.".formatted(what, format));
    }

    static AppException noRevision(WorkspacePath path, long number) {
        return AppException.notFound("(%s) has no revision %d.".formatted(path, number));
    }

    static AppException notInTrash(long id) {
        return AppException.notFound("There is no object %d in the trash.".formatted(id));
    }

    static AppException insideGitFolder(WorkspacePath path, WorkspacePath gitFolder) {
        return AppException.invalid(
                "(%s) lies in the git folder (%s), and git folders cannot lie in each other. Choose another place."
                        .formatted(path, gitFolder));
    }

    static AppException intoItself(WorkspacePath from, WorkspacePath to) {
        return AppException.invalid("(%s) cannot be moved into itself (%s).".formatted(from, to));
    }
}
