package dev.tarn.catalog.sql;

import dev.tarn.core.Caller;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.SqlCommand;

/** The statements about external locations and storage credentials; the storage room carries them out. */
@FunctionalInterface
public interface StorageCommands {
    CommandResult run(Caller caller, SqlCommand command);
}
