package dev.tarn.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code tarn configure}: writes a profile of {@code ~/.databrickscfg} that every official client can use. The secret is asked for,
 * or read from standard input; it is never an argument, which other users of the machine could see.
 */
final class Configure {
    static final String NAME = "configure";

    private static final String CLIENT_ID = "--client-id";

    private Configure() {}

    static CommandSpec spec() {
        CommandSpec spec = HelpPages.withHelp(CommandSpec.create().name(NAME));
        spec.usageMessage()
                .description(
                        "Writes a profile: --host and --profile, with a token, or with a client's id and secret.",
                        "The token or secret is asked for, or read from standard input.");
        return spec.addOption(OptionSpec.builder(CLIENT_ID)
                .type(String.class)
                .paramLabel("TEXT")
                .description("Application id of a service principal; what is read is its OAuth secret.")
                .build());
    }

    static int run(GlobalOptions options, ParseResult last, PrintStream err) {
        String host = options.host().orElse("");
        String profile = options.profile().orElse("DEFAULT");
        Optional<String> client = Optional.ofNullable(last.matchedOptionValue(CLIENT_ID, (String) null));
        if (!host.matches("https?://\\S+") || URI.create(host).getHost() == null) {
            throw new IllegalArgumentException(
                    "configure needs --host with the workspace's URL, such as http://127.0.0.1:8080");
        }
        if (!profile.matches("[\\w.@ -]{1,100}")) {
            throw new IllegalArgumentException("'" + profile + "' cannot be a profile's name");
        }
        String secret = secret(client.isPresent() ? "Client secret: " : "Token: ");
        if (!secret.matches("[\\x21-\\x7e]{1,4096}") || !client.orElse("x").matches("[\\x21-\\x7e]{1,200}")) {
            throw new IllegalArgumentException(
                    "there was no token or secret on standard input, or it has other than letters, digits and signs");
        }
        List<String> lines = new ArrayList<>(List.of("[" + profile + "]", "host = " + host));
        client.ifPresentOrElse(
                id -> lines.addAll(List.of("client_id = " + id, "client_secret = " + secret)),
                () -> lines.add("token = " + secret));
        Path file = file();
        write(file, lines);
        err.println("Profile '" + profile + "' is in " + file + ". Try it: tarn --profile '" + profile
                + "' current-user me");
        return 0;
    }

    static Path file() {
        String named = System.getenv("DATABRICKS_CONFIG_FILE");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".databrickscfg")
                : Path.of(named);
    }

    /** Puts a profile in the place of the one of its name, or at the end. The first line is its heading. */
    static void write(Path file, List<String> profile) {
        try {
            List<String> kept = new ArrayList<>();
            boolean same = false;
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                if (line.strip().startsWith("[")) {
                    same = line.strip().equals(profile.get(0));
                }
                if (!same) {
                    kept.add(line);
                }
            }
            kept.addAll(profile);
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
            Path fresh = Files.createTempFile(folder, ".databrickscfg", ".new");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(fresh, kept);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String secret(String prompt) {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword(prompt);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
