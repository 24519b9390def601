package dev.tarn.git;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.util.Collection;
import java.util.List;

/** Every error of this room, in the vendor's codes. None repeats a credential. */
public final class GitErrors {
    private static final int SHOWN = 20;

    private GitErrors() {}

    static AppException noCredential(long id) {
        return AppException.notFound("You have no git credential %d. List yours, or create one.".formatted(id));
    }

    static AppException noProvider(String name) {
        return AppException.invalid(
                "'%s' is not a git provider. Use one of %s.".formatted(shown(name), GitProvider.names()));
    }

    static AppException notYourPrincipal() {
        return AppException.denied(
                "Git credentials are kept by their owners alone. Leave 'principal_id' out, and sign in as that principal.");
    }

    static AppException tooMany(String what, int most) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "RESOURCE_LIMIT_EXCEEDED",
                "There may be at most %d %s. Delete one that is not needed.".formatted(most, what));
    }

    static AppException noFolder(long id) {
        return AppException.notFound("There is no git folder (repo) with id %d.".formatted(id));
    }

    static AppException badUrl(String reason) {
        return AppException.invalid("'url' is not one that can be cloned: " + reason);
    }

    /** A host, or a place on this machine, that the operator has not listed. */
    public static AppException notAllowed(String what, String setting) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "GIT_URL_NOT_ON_ALLOW_LIST",
                "%s may not be used for git. Ask the operator of the server to add it to %s.".formatted(what, setting));
    }

    static AppException providerMismatch(GitProvider provider, String host) {
        return AppException.invalid("%s is not a host of the provider %s. Send the provider that the repository is at."
                .formatted(host, provider.wireName()));
    }

    static AppException badPath(String path, String reason) {
        return AppException.invalid("A git folder cannot be made at (%s): %s.".formatted(shown(path), reason));
    }

    /** Something about the content of a repository that the workspace does not take. */
    public static AppException unusable(String path, String reason) {
        return AppException.invalid(
                "The repository cannot be checked out: '%s' %s. Change it there, or leave it out by a sparse checkout."
                        .formatted(shown(path), reason));
    }

    /** A limit of the server. */
    public static AppException tooLarge(String what, String setting) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "RESOURCE_LIMIT_EXCEEDED",
                "%s. Use a sparse checkout or a smaller repository, or ask the operator to raise %s."
                        .formatted(what, setting));
    }

    /** The host answered something else than what was asked for. */
    public static AppException remote(String problem) {
        return new AppException(ErrorKind.FAILED_PRECONDITION, "GIT_REMOTE_ERROR", problem);
    }

    /** A branch, tag or commit that is not there. */
    public static AppException unknownRef(String what, String name) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "GIT_UNKNOWN_REF",
                "The repository has no %s '%s'. Push it first, or choose another.".formatted(what, shown(name)));
    }

    static AppException badRef(String what, String name) {
        return AppException.invalid("'%s' is not a name that git takes for a %s.".formatted(shown(name), what));
    }

    /** Changes that nobody has committed stand in the way. */
    public static AppException wouldOverwrite(Collection<String> paths) {
        return conflict("Changes that are not committed would be lost in %s. Commit or discard them first."
                .formatted(shown(paths)));
    }

    static AppException diverged(String branch) {
        return conflict(
                "'%s' and the same branch at the git host both have commits that the other lacks. Pull with the mode 'merge', or push to another branch."
                        .formatted(branch));
    }

    static AppException mergeConflict(Collection<String> paths) {
        return conflict(
                "Both sides changed the same lines of %s, so that the branches cannot be merged here. Merge them at the git host, or in a clone of your own."
                        .formatted(shown(paths)));
    }

    /** The host has commits that are not here. */
    public static AppException pushRejected(String branch, String reason) {
        return conflict("The git host did not take the commits for '%s' (%s). Pull first, then push again."
                .formatted(branch, reason));
    }

    static AppException collisions(Collection<String> paths) {
        return conflict(
                "Several objects of the folder would be the same file of the repository: %s. Rename one of them."
                        .formatted(shown(paths)));
    }

    private static AppException conflict(String message) {
        return new AppException(ErrorKind.CONFLICT, "GIT_CONFLICT", message);
    }

    static AppException changedMeanwhile() {
        return new AppException(
                ErrorKind.CONFLICT,
                "RESOURCE_CONFLICT",
                "Something in the git folder was changed in the meantime. Nothing was done; try again.");
    }

    static AppException busy() {
        return new AppException(
                ErrorKind.CONFLICT,
                "RESOURCE_CONFLICT",
                "Another git operation on this folder has not ended yet. Try again later.");
    }

    static AppException tooBusy() {
        return new AppException(
                ErrorKind.RESOURCE_EXHAUSTED,
                "REQUEST_LIMIT_EXCEEDED",
                "Too many git operations run at once. Try again later.");
    }

    static AppException detached() {
        return AppException.invalidState(
                "The git folder is on a tag, not on a branch. Create a branch, or update to one.");
    }

    static AppException nothingToCommit() {
        return AppException.invalidState("There is nothing to commit: no chosen file differs from the branch.");
    }

    static AppException notSparse() {
        return AppException.invalid(
                "'sparse_checkout' cannot be switched on or off later. Create the git folder anew with it.");
    }

    static AppException badPattern(String pattern) {
        return AppException.invalid(
                "'%s' is no pattern of a sparse checkout: write folders, such as 'src/main', without *, ?, !, [ and ]."
                        .formatted(shown(pattern)));
    }

    static AppException outsideSparse(Collection<String> paths) {
        return AppException.invalid(
                "The sparse checkout leaves %s out. Add their folders to its patterns first.".formatted(shown(paths)));
    }

    private static String shown(Collection<String> paths) {
        List<String> some = paths.stream().limit(SHOWN).map(GitErrors::shown).toList();
        int rest = paths.size() - some.size();
        return String.join(", ", some) + (rest > 0 ? " and %d more".formatted(rest) : "");
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }
}
