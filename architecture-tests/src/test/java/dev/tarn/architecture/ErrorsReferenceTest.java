package dev.tarn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tarn.core.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * docs/reference/errors.md lists every code that our sources can answer, read from where the errors are made. To rewrite it after a change
 * that is meant: run this test with {@code -Dtarn.write=true}.
 */
class ErrorsReferenceTest {
    private static final House HOUSE = House.INSTANCE;
    private static final String PAGE = "docs/reference/errors.md";

    /** Kind and code as constants; also for exceptions that carry such an error. */
    private static final Pattern MADE = Pattern.compile(
            "new [A-Z]\\w*\\(\\s*(?:dev\\.tarn\\.core\\.)?ErrorKind\\.([A-Z_]+),\\s*\"([A-Z][A-Z0-9_.]+)\"(?=([^;]*))");

    private static final Pattern STATE = Pattern.compile("\"sqlState\",\\s*\"(\\w{5})\"");
    private static final Pattern ANY = Pattern.compile("new AppException\\(");
    /** A factory of one file that gets the code from its callers. */
    private static final Pattern BY_CODE = Pattern.compile(
            "AppException (\\w+)\\(\\s*String code,[^{]*\\{\\s*return new AppException\\(\\s*ErrorKind\\.([A-Z_]+),\\s*code,");

    /** AppException's own factories. */
    private static final Map<String, List<String>> SHORT = Map.of(
            "AppException.invalid(", List.of("INVALID_ARGUMENT", "INVALID_PARAMETER_VALUE"),
            "AppException.denied(", List.of("PERMISSION_DENIED", "PERMISSION_DENIED"),
            "AppException.notFound(", List.of("NOT_FOUND", "RESOURCE_DOES_NOT_EXIST"),
            "AppException.invalidState(", List.of("FAILED_PRECONDITION", "INVALID_STATE"));

    /** Files that make errors of a code from elsewhere, with what the page says of them; nothing where the codes stand in the sources anyway. */
    private static final Map<String, String> PASSED_ON = Map.of(
            "foundations/engine-spark/src/main/java/dev/tarn/engine/spark/session/Failures.java",
            "Spark's and Delta's own error conditions, with their SQLSTATE: `DIVIDE_BY_ZERO`, `TABLE_OR_VIEW_NOT_FOUND`, ...",
            "foundations/identity/src/main/java/dev/tarn/identity/IdentityErrors.java",
            "OAuth's own codes (RFC 6749 §5.2) at the token endpoint: `invalid_client`, `invalid_grant`, `invalid_request`, ...",
            "capabilities/files/src/main/java/dev/tarn/files/Dbfs.java",
            "DBFS answers `IO_ERROR` (400) instead of DIRECTORY_NOT_EMPTY.",
            "platform/http/src/main/java/dev/tarn/http/BrokenBody.java",
            "",
            "platform/core/src/main/java/dev/tarn/core/AppException.java",
            "");

    /** Kind to SQLSTATEs, by code. */
    private final Map<String, Map<ErrorKind, Set<String>>> codes = new TreeMap<>();

    @Test
    void theErrorsReferenceIsUpToDate() throws IOException {
        Findings findings = new Findings();
        for (Path file : HOUSE.sources("src/main/java")) {
            int unread = read(HOUSE.text(file));
            if (unread > 0 && !PASSED_ON.containsKey(HOUSE.relative(file))) {
                findings.add(HOUSE.relative(file) + " makes " + unread + " errors whose kind or code is no constant");
            }
        }
        findings.mustBeNone(
                "An error's kind and code are constants where it is made, so that " + PAGE + " is complete.");
        Path page = HOUSE.root().resolve(PAGE);
        if (Boolean.getBoolean("tarn.write")) {
            Files.writeString(page, markdown());
        }
        assertEquals(
                Files.readString(page), markdown(), PAGE + " is out of date: run this test with -Dtarn.write=true");
    }

    /** Takes a file's errors; how many there were that it could not read. */
    private int read(String text) {
        int unread = (int) ANY.matcher(text).results().count();
        for (MatchResult made : MADE.matcher(text).results().toList()) {
            if (made.group().startsWith("new AppException(")) {
                unread--;
            }
            Matcher state = STATE.matcher(made.group(3));
            add(made.group(1), made.group(2), state.find() ? state.group(1) : "");
        }
        Map<String, String> factories = new HashMap<>();
        for (MatchResult factory : BY_CODE.matcher(text).results().toList()) {
            unread--;
            factories.put(factory.group(1), factory.group(2));
        }
        factories.forEach((name, kind) -> Pattern.compile("\\b" + name + "\\(\\s*\"([A-Z][A-Z0-9_.]+)\"")
                .matcher(text)
                .results()
                .forEach(call -> add(kind, call.group(1), "")));
        SHORT.forEach((call, made) -> {
            if (text.contains(call)) {
                add(made.get(0), made.get(1), "");
            }
        });
        return unread;
    }

    private void add(String kind, String code, String state) {
        ErrorKind known = ErrorKind.valueOf(kind);
        codes.computeIfAbsent(code, any -> new TreeMap<>())
                .computeIfAbsent(known, any -> new TreeSet<>())
                .add(state.isEmpty() ? known.sqlState() : state);
    }

    private String markdown() {
        List<String> lines = new ArrayList<>(List.of(
                "# Error codes",
                "",
                "Made from the sources by a test; do not edit by hand. REST answers `{\"error_code\": ..., \"message\": ...}` with the HTTP status; SQL sessions",
                "and statements carry the SQLSTATE. The message says problem, cause and remedy.",
                "",
                "| code | kind | HTTP | SQLSTATE |",
                "|---|---|---|---|"));
        codes.forEach((code, kinds) -> kinds.forEach((kind, states) -> lines.add(
                "| %s | %s | %d | %s |".formatted(code, kind, kind.httpStatus(), String.join(", ", states)))));
        lines.add("");
        lines.add("Passed on as they come:");
        lines.add("");
        PASSED_ON.values().stream().filter(text -> !text.isEmpty()).sorted().forEach(text -> lines.add("- " + text));
        return String.join("\n", lines) + "\n";
    }
}
