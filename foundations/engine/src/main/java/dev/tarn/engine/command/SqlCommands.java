package dev.tarn.engine.command;

import dev.tarn.core.Caller;

/** Carries out commands; implemented by the catalog room over the same doors as REST. */
public interface SqlCommands {
    /** @throws dev.tarn.core.AppException as the same use case does over REST */
    CommandResult run(Caller caller, SqlCommand command);
}
