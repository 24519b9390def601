package dev.tarn.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A room reads and writes its own tables alone; they carry its name. Read from the text of sources and migrations. */
class StoresTest {
    private static final House HOUSE = House.INSTANCE;
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE(?: IF NOT EXISTS)?)\\s+([a-z]+_[a-z0-9_]+)\\b");
    private static final Pattern CREATED =
            Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF NOT EXISTS\\s+)?([a-z0-9_]+)");
    /** Hands every store a condition on grants, so that lists are filtered by the database. */
    private static final Set<String> SHARED = Set.of("Visibility.java", "ObjectVisibility.java");

    @Test
    void aRoomNamesOnlyItsOwnTablesInSql() {
        Set<String> tables = tables();
        Findings findings = new Findings();
        for (Room room : HOUSE.rooms()) {
            for (Path file : House.sources(room, "src/main/java")) {
                if (SHARED.contains(file.getFileName().toString())) {
                    continue;
                }
                Matcher named = TABLE.matcher(House.text(file));
                while (named.find()) {
                    String table = named.group(1);
                    if (tables.contains(table) && !table.startsWith(prefix(room))) {
                        findings.add(HOUSE.relative(file) + " names " + table);
                    }
                }
            }
        }
        findings.mustBeNone("A room reads only its own tables; ask the other room's door.");
    }

    @Test
    void migrationsCreateTablesWithTheRoomsName() {
        Findings findings = new Findings();
        for (Room room : HOUSE.rooms()) {
            for (Path file : migrations(room)) {
                Matcher created = CREATED.matcher(House.text(file));
                while (created.find()) {
                    if (!created.group(1).startsWith(prefix(room))) {
                        findings.add(HOUSE.relative(file) + " creates " + created.group(1));
                    }
                }
            }
        }
        findings.mustBeNone("A table's name begins with its room's name.");
    }

    private static Set<String> tables() {
        return HOUSE.rooms().stream()
                .flatMap(room -> migrations(room).stream())
                .flatMap(file -> CREATED.matcher(House.text(file)).results())
                .map(match -> match.group(1))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String prefix(Room room) {
        return room.name().equals("db") ? "platform_" : room.name().replace('-', '_') + "_";
    }

    private static List<Path> migrations(Room room) {
        Path folder = room.folder().resolve("src/main/resources/db");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
