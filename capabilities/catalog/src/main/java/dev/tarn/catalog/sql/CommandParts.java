package dev.tarn.catalog.sql;

import dev.tarn.catalog.ObjectName;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.ShowPattern;
import dev.tarn.engine.command.SqlCommand;
import java.util.List;
import java.util.Optional;

/** What the statements have in common: patterns, IF EXISTS, names, lists. */
final class CommandParts {
    private CommandParts() {}

    static CommandResult names(SqlCommand command, List<String> names, Optional<String> pattern) {
        return new CommandResult(
                command.columns(),
                names.stream().filter(ShowPattern.of(pattern)).map(List::of).toList());
    }

    static ObjectName name(RelationName name) {
        return ObjectName.of(name.catalog(), name.schema(), name.name());
    }

    static CommandResult unlessExists(boolean tolerant, Runnable create) {
        return tolerating(tolerant, ErrorKind.ALREADY_EXISTS, create);
    }

    static CommandResult ifExists(boolean tolerant, Runnable drop) {
        return tolerating(tolerant, ErrorKind.NOT_FOUND, drop);
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
