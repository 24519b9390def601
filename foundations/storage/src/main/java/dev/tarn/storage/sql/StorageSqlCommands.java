package dev.tarn.storage.sql;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.ShowPattern;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommands;
import dev.tarn.storage.ExternalLocation;
import dev.tarn.storage.ExternalLocations;
import dev.tarn.storage.Owned;
import dev.tarn.storage.StorageCredential;
import dev.tarn.storage.StorageModule;
import java.util.List;
import java.util.function.Predicate;

/** Statements about external locations and storage credentials, over the same doors as REST. */
public final class StorageSqlCommands implements SqlCommands {
    private final StorageModule storage;

    public StorageSqlCommands(StorageModule storage) {
        this.storage = storage;
    }

    @Override
    public CommandResult run(Caller caller, SqlCommand command) {
        if (command instanceof SqlCommand.CreateExternalLocation create) {
            return tolerating(
                    create.ifNotExists(),
                    ErrorKind.ALREADY_EXISTS,
                    () -> storage.locations()
                            .create(
                                    caller,
                                    new ExternalLocations.Draft(
                                            create.name(),
                                            create.url(),
                                            create.credential(),
                                            create.comment(),
                                            false,
                                            true)));
        }
        if (command instanceof SqlCommand.DropExternalLocation drop) {
            return tolerating(
                    drop.ifExists(),
                    ErrorKind.NOT_FOUND,
                    () -> storage.locations().delete(caller, drop.name()));
        }
        if (command instanceof SqlCommand.ShowExternalLocations show) {
            Predicate<String> shown = ShowPattern.of(show.pattern());
            return new CommandResult(
                    command.columns(),
                    Page.all(page -> storage.locations().list(caller, page)).stream()
                            .map(Owned::value)
                            .filter(location -> shown.test(location.name()))
                            .map(location -> List.of(
                                    location.name(),
                                    location.path().uri(),
                                    location.comment().orElse("")))
                            .toList());
        }
        if (command instanceof SqlCommand.DescribeExternalLocation describe) {
            return describe(command, storage.locations().get(caller, describe.name()));
        }
        if (command instanceof SqlCommand.ShowStorageCredentials show) {
            Predicate<String> shown = ShowPattern.of(show.pattern());
            return new CommandResult(
                    command.columns(),
                    Page.all(page -> storage.credentials().list(caller, page)).stream()
                            .map(Owned::value)
                            .filter(credential -> shown.test(credential.name()))
                            .map(credential -> List.of(
                                    credential.name(), credential.comment().orElse("")))
                            .toList());
        }
        if (command instanceof SqlCommand.DescribeStorageCredential describe) {
            return describeCredential(command, storage.credentials().get(caller, describe.name()));
        }
        throw AppException.invalid("This statement is not served yet.");
    }

    private static CommandResult describe(SqlCommand command, Owned<ExternalLocation> owned) {
        ExternalLocation location = owned.value();
        return new CommandResult(
                command.columns(),
                List.of(
                        List.of("name", location.name()),
                        List.of("url", location.path().uri()),
                        List.of("credential_name", location.credential().name()),
                        List.of("owner", owned.owner()),
                        List.of("read_only", String.valueOf(location.readOnly())),
                        List.of("comment", location.comment().orElse(""))));
    }

    private static CommandResult describeCredential(SqlCommand command, Owned<StorageCredential> owned) {
        StorageCredential credential = owned.value();
        return new CommandResult(
                command.columns(),
                List.of(
                        List.of("name", credential.name()),
                        List.of("owner", owned.owner()),
                        List.of("read_only", String.valueOf(credential.readOnly())),
                        List.of("comment", credential.comment().orElse(""))));
    }

    private static CommandResult tolerating(boolean tolerant, ErrorKind kind, Runnable work) {
        try {
            work.run();
        } catch (AppException e) {
            if (!tolerant || e.kind() != kind) {
                throw e;
            }
        }
        return CommandResult.DONE;
    }
}
