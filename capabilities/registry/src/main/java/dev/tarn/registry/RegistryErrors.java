package dev.tarn.registry;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in MLflow's codes and words. */
final class RegistryErrors {
    private RegistryErrors() {}

    static AppException noModel(String name) {
        return AppException.notFound("Registered Model with name=%s not found".formatted(name));
    }

    static AppException noVersion(String name, Object version) {
        return AppException.notFound("Model Version (name=%s, version=%s) not found".formatted(name, version));
    }

    static AppException noAlias(String name, String alias) {
        return AppException.invalid("Registered model alias %s not found.".formatted(alias) + " Model: " + name);
    }

    static AppException modelExists(String name) {
        return new AppException(
                ErrorKind.FAILED_PRECONDITION,
                "RESOURCE_ALREADY_EXISTS",
                "Registered Model (name=%s) already exists. Choose another name.".formatted(name));
    }

    static AppException badName(String name) {
        return AppException.invalid(
                "Invalid model name '%s'. Names cannot be empty or longer than 256 characters, nor contain '/' or ':'."
                        .formatted(name));
    }

    static AppException badVersion(String version) {
        return AppException.invalid("Parameter 'version' must be an integer, got '%s'.".formatted(version));
    }

    static AppException badStage(String stage) {
        return AppException.invalid(
                "Invalid Model Version stage: %s. Value must be one of None, Staging, Production, Archived."
                        .formatted(stage));
    }

    static AppException badAlias(String alias) {
        return AppException.invalid(
                "Invalid alias name: '%s'. Names may only contain alphanumerics, underscores (_), and dashes (-)."
                        .formatted(alias));
    }

    static AppException reservedAlias(String alias) {
        return AppException.invalid("'%s' alias name (case insensitive) is reserved.".formatted(alias));
    }

    static AppException badSource(String source) {
        return AppException.invalid(
                ("Invalid model version source: '%s'. Use the artifact URI of a run, runs:/, models:/, or a "
                                + "store that clients reach themselves.")
                        .formatted(source));
    }

    static AppException inUse(String name) {
        return AppException.invalidState(
                "Model %s has versions in Staging or Production. Archive them first.".formatted(name));
    }

    static AppException noRequest(Stage stage) {
        return AppException.notFound("There is no open transition request to %s.".formatted(stage.word()));
    }

    static AppException tooLong(String what, int limit) {
        return AppException.invalid("'%s' exceeds the maximum length of %d characters".formatted(what, limit));
    }
}
