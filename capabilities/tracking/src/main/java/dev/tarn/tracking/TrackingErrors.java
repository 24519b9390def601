package dev.tarn.tracking;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in MLflow's codes and, where its clients compare them, words. */
public final class TrackingErrors {
    private static final int LONGEST_SHOWN = 200;

    private TrackingErrors() {}

    static AppException noExperiment(String id) {
        return AppException.notFound("No Experiment with id=%s exists, or you may not see it.".formatted(shown(id)));
    }

    static AppException noExperimentNamed(String name) {
        return AppException.notFound("Could not find experiment with name '%s'".formatted(shown(name)));
    }

    static AppException experimentExists(String name, boolean deleted) {
        return new AppException(
                ErrorKind.FAILED_PRECONDITION,
                "RESOURCE_ALREADY_EXISTS",
                "Experiment(name=%s) already exists%s."
                        .formatted(
                                shown(name),
                                deleted
                                        ? " in deleted state. Restore it, delete it permanently, or choose another name"
                                        : ". Choose another name"));
    }

    static AppException experimentState(Experiment experiment, Lifecycle wanted) {
        return AppException.invalid("The experiment %s must be in the '%s' state. Current state is %s."
                .formatted(
                        experiment.id(), wanted.word(), experiment.lifecycle().word()));
    }

    static AppException defaultExperiment() {
        return AppException.invalid("The default experiment cannot be deleted: runs without an experiment go there.");
    }

    static AppException noRun(String id) {
        return AppException.notFound("Run with id=%s not found".formatted(shown(id)));
    }

    static AppException runState(RunInfo run, Lifecycle wanted) {
        return AppException.invalid("The run %s must be in the '%s' state. Current state is %s."
                .formatted(run.id(), wanted.word(), run.lifecycle().word()));
    }

    /** Params are written once. */
    public static AppException paramChanged(String runId, String key, String old, String attempted) {
        return AppException.invalid(
                ("Changing param values is not allowed. Param with key='%s' was already logged with "
                                + "value='%s' for run ID='%s'. Attempted logging new value '%s'.")
                        .formatted(key, shown(old), runId, shown(attempted)));
    }

    static AppException noTag(String key, String where) {
        return AppException.notFound("No tag with name: %s in %s".formatted(shown(key), where));
    }

    static AppException noModel(String id) {
        return AppException.notFound("Logged model with ID '%s' not found.".formatted(shown(id)));
    }

    static AppException duplicateParams(Iterable<String> keys) {
        return AppException.invalid(
                ("Duplicate parameter keys have been submitted: %s. Please ensure the request contains "
                                + "only one param value per param key.")
                        .formatted(keys));
    }

    static AppException tooMany(String what, int limit, int count) {
        return AppException.invalid(
                ("A batch logging request can contain at most %1$d %2$s. Got %3$d %2$s. Please split up "
                                + "%2$s across multiple requests and try again.")
                        .formatted(limit, what, count));
    }

    /** A field that must be there is not. */
    public static AppException missing(String path) {
        return AppException.invalid(
                "Missing value for required parameter '%s'. See the API docs for more information about request parameters."
                        .formatted(path));
    }

    /** A value of the wrong kind or out of its range. */
    public static AppException invalidValue(String path, String value, String reason) {
        return AppException.invalid("Invalid value %s for parameter '%s' supplied%s"
                .formatted(shown(value), path, reason.isEmpty() ? "." : ": " + reason));
    }

    static AppException tooLong(String path, int limit) {
        return AppException.invalid("'%s' exceeds the maximum length of %d characters".formatted(path, limit));
    }

    static AppException reservedLocation(String location) {
        return AppException.invalid(
                ("Artifact location '%s' cannot be used: leave it out, so that this server keeps the "
                                + "artifacts, or name a store that clients reach themselves.")
                        .formatted(shown(location)));
    }

    static AppException noArtifact(String path) {
        return AppException.notFound("No such artifact: '%s'".formatted(shown(path)));
    }

    /** A path that leaves its folder, or is no path of this server's. */
    public static AppException badPath(String path) {
        return AppException.invalid("Invalid artifact path: '%s'".formatted(shown(path)));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }
}
