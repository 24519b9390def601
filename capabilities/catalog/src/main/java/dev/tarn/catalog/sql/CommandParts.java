package dev.tarn.catalog.sql;

import dev.tarn.catalog.ObjectName;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.SqlCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the statements have in common: patterns, IF EXISTS, names, lists. */
final class CommandParts {
    private CommandParts() {}

    static CommandResult names(SqlCommand command, List<String> names, Optional<String> pattern) {
        return new CommandResult(
                command.columns(),
                names.stream().filter(matches(pattern)).map(List::of).toList());
    }

    /** Spark's SHOW patterns: {@code *} and {@code |}, ignoring case. */
    static java.util.function.Predicate<String> matches(Optional<String> pattern) {
        if (pattern.isEmpty()) {
            return name -> true;
        }
        List<String> alternatives = new ArrayList<>();
        for (String alternative : pattern.get().trim().toLowerCase(Locale.ROOT).split("\\|", -1)) {
            alternatives.add(Pattern.quote(alternative.trim()).replace("*", "\\E.*\\Q"));
        }
        Pattern regex = Pattern.compile(String.join("|", alternatives));
        return name -> regex.matcher(name.toLowerCase(Locale.ROOT)).matches();
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

    static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> items = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(PageRequest.MAXIMUM));
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = list.apply(new PageRequest(PageRequest.MAXIMUM, page.next()));
            items.addAll(page.items());
        }
        return items;
    }
}
