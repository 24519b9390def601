package dev.tarn.queries;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in the vendor's codes. */
final class QueryErrors {
    private QueryErrors() {}

    static AppException notFound(String id) {
        return AppException.notFound("Query %s does not exist, or you may not see it. List the queries to find its id."
                .formatted(shown(id)));
    }

    static AppException noVersion(String id, long version) {
        return AppException.notFound(
                "Query %s has no version %d: versions are numbered from 1, and the last %d are kept. List its versions."
                        .formatted(id, version, SavedQueries.KEPT_VERSIONS));
    }

    static AppException noVisualization(String id) {
        return AppException.notFound(
                "Visualization %s does not exist, or you may not see its query.".formatted(shown(id)));
    }

    static AppException nameTaken(String name, QueryFolder folder) {
        return new AppException(
                ErrorKind.ALREADY_EXISTS,
                "RESOURCE_ALREADY_EXISTS",
                "A query named '%s' exists in %s already. Choose another name, or send auto_resolve_display_name."
                        .formatted(name, folder.path()));
    }

    static AppException inTrash(String id) {
        return AppException.invalidState("Query %s is in the trash. Restore it first.".formatted(id));
    }

    static AppException changedMeanwhile(String id, long expected, SavedQuery now) {
        return new AppException(
                ErrorKind.CONFLICT,
                "RESOURCE_CONFLICT",
                "Query %s was changed by %s meanwhile: it is at version %d, your change is of version %d. Read it again, then save."
                        .formatted(id, now.people().modifierName(), now.version(), expected));
    }

    static AppException badName(String name) {
        return AppException.invalid("A query's name has 1 to %d characters, none of them '/' or not printable: '%s'."
                .formatted(QueryContent.LONGEST_NAME, shown(name)));
    }

    static AppException badFolder(String path) {
        return AppException.invalid(
                "'%s' is no folder for queries: use /Workspace/Users/<your name> or /Workspace/Shared, or a folder below."
                        .formatted(shown(path)));
    }

    static AppException notYourFolder(Caller caller, QueryFolder folder) {
        return AppException.denied("%s may not put queries into %s: use your own folder or /Workspace/Shared."
                .formatted(caller.principal().name(), folder.path()));
    }

    static AppException notOwner(Caller caller) {
        return AppException.denied(
                "%s may not change the query's owner: only the owner and workspace administrators may."
                        .formatted(caller.principal().name()));
    }

    static AppException noOwner(String name) {
        return AppException.notFound(
                "There is no user or service principal '%s' in this workspace who could own the query."
                        .formatted(shown(name)));
    }

    static AppException tooLong(String what, int characters) {
        return AppException.invalid("%s may have at most %d characters.".formatted(what, characters));
    }

    static AppException badTags(int tags, int characters) {
        return AppException.invalid(
                "A query has at most %d tags, of at most %d characters each.".formatted(tags, characters));
    }

    static AppException badVisualization() {
        return AppException.invalid("'type' of a visualization is missing or too long: send TABLE, CHART or the like.");
    }

    private static String shown(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
