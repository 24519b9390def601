package dev.tarn.engine.command;

import java.util.List;

/**
 * The rows that a command answers: columns of type STRING. No columns, no rows: a command that only does something.
 *
 * @param columns the same as {@link SqlCommand#columns}
 */
public record CommandResult(List<String> columns, List<List<String>> rows) {
    public static final CommandResult DONE = new CommandResult(List.of(), List.of());

    public CommandResult {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
