package dev.tarn.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sizes, docstrings and papers. */
class SourcesTest {
    private static final House HOUSE = House.INSTANCE;
    private static final int LONGEST_FILE = 400;
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");
    private static final Pattern DOCUMENTED = Pattern.compile(
            "(?ms)\\*/\\s*(?:@[A-Za-z.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");

    /** Files that are longer, with their length: the numbers may only fall. */
    private static final Map<String, Integer> LONGER = Map.ofEntries(
            Map.entry("capabilities/catalog/src/test/java/dev/tarn/catalog/CatalogContract.java", 620),
            Map.entry("capabilities/catalog/src/test/java/dev/tarn/catalog/PermissionMatrixTest.java", 427),
            Map.entry("capabilities/files/src/test/java/dev/tarn/files/FilesApiTest.java", 433),
            Map.entry("capabilities/sql/src/test/java/dev/tarn/sql/SqlApiTest.java", 404),
            Map.entry("capabilities/sql/src/test/java/dev/tarn/sql/StatementsTest.java", 536),
            Map.entry("foundations/identity/src/test/java/dev/tarn/identity/ScimWindowsTest.java", 424));

    @Test
    void aFileFitsAReadersHead() {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (String folder : new String[] {"src/main/java", "src/test/java"}) {
            for (Path file : HOUSE.sources(folder)) {
                int lines = (int) House.text(file).lines().count();
                if (lines > LONGER.getOrDefault(HOUSE.relative(file), LONGEST_FILE)) {
                    tooLong.put(HOUSE.relative(file), lines);
                }
            }
        }
        Findings findings = new Findings();
        tooLong.forEach((file, lines) -> findings.add(file + " has " + lines + " lines"));
        findings.mustBeNone("A file is about 200 lines, and at most " + LONGEST_FILE + ".");
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        Findings findings = new Findings();
        for (Path file : HOUSE.sources("src/main/java")) {
            String text = House.text(file);
            if (PUBLIC_TYPE.matcher(text).find() && !DOCUMENTED.matcher(text).find()) {
                findings.add(HOUSE.relative(file));
            }
        }
        findings.mustBeNone("A public type has a docstring: purpose, units, limits, errors, the source of a rule.");
    }

    @Test
    void everyPackageIsCheckedForNulls() {
        Findings findings = new Findings();
        for (Path file : HOUSE.sources("src/main/java")) {
            Path info = file.resolveSibling("package-info.java");
            if (Files.notExists(info) || !House.text(info).contains("@NullMarked")) {
                findings.add(HOUSE.relative(file.getParent()));
            }
        }
        findings.mustBeNone("A package has a package-info.java with @NullMarked.");
    }

    @Test
    void everyRoomHasItsPage() {
        Findings findings = new Findings();
        for (Room room : HOUSE.rooms()) {
            if (Files.notExists(room.folder().resolve("README.md"))) {
                findings.add(room.path());
            }
        }
        findings.mustBeNone(
                "A module has a README.md of one page: what it is, its door, tables, actions, errors, tests.");
    }

    @Test
    void testsUseRealParts() {
        Pattern unwanted = Pattern.compile("org\\.mockito|Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep|org\\.easymock");
        Findings findings = new Findings();
        for (Path file : HOUSE.sources("src/test/java")) {
            if (unwanted.matcher(House.text(file)).find()) {
                findings.add(HOUSE.relative(file));
            }
        }
        findings.mustBeNone("Tests use real parts and wait for events: no mocks, no sleeps.");
    }
}
