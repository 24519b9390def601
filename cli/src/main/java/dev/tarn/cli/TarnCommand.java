package dev.tarn.cli;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import dev.tarn.cli.bundle.BundleCommand;
import dev.tarn.contract.Incoming;
import dev.tarn.contract.SdkOperation;
import dev.tarn.core.AppException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code tarn <service> <operation>}: every operation of the public API. Options are the request's fields; {@code --json} gives the
 * whole body, or {@code @file} where it lies. Profiles and environment are those of the official clients.
 */
public final class TarnCommand {
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int UNREACHED = 3;

    private TarnCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Exit status: 0 done, 1 refused by the server, 2 wrong usage, 3 not reached, not signed in, or waited too long. */
    static int run(String[] arguments) {
        if (BundleCommand.wants(arguments)) {
            return BundleCommand.run(arguments);
        }
        CommandLine line = Commands.tree(List.of(arguments));
        try {
            ParseResult parsed = line.parseArgs(arguments);
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            return CommandLine.printHelpIfRequested(parsed) ? 0 : run(parsed, last);
        } catch (ParameterException e) {
            // not the whole usage: after it, the message would be out of sight
            System.err.println("tarn: " + e.getMessage());
            System.err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return WRONG_USAGE;
        } catch (IllegalArgumentException | AppException e) {
            System.err.println("tarn: " + e.getMessage());
            return WRONG_USAGE;
        } catch (DatabricksError e) {
            System.err.println(
                    "tarn: " + e.getMessage() + (e.getErrorCode() == null ? "" : " (" + e.getErrorCode() + ")"));
            return REFUSED;
        } catch (DatabricksException e) {
            System.err.println("tarn: " + e.getMessage());
            return UNREACHED;
        }
    }

    private static int run(ParseResult parsed, ParseResult last) {
        String output = parsed.matchedOptionValue(Commands.OUTPUT, "table");
        if (!output.equals("table") && !output.equals("json")) {
            throw new IllegalArgumentException("--output is table or json, not '" + output + "'");
        }
        if (last.commandSpec().userObject() instanceof SdkOperation operation) {
            Client client = new Client(config(parsed), waiting(parsed));
            new Screen(System.out).show(client.call(operation, incoming(operation, last)), output.equals("json"));
            return 0;
        }
        return switch (last.commandSpec().name()) {
            case Completion.NAME -> Completion.run(last, System.out);
            case Configure.NAME -> Configure.run(parsed, last);
            default -> {
                last.commandSpec().commandLine().usage(System.err);
                yield WRONG_USAGE;
            }
        };
    }

    /** How long to wait for long operations; zero for not at all. */
    private static Duration waiting(ParseResult parsed) {
        if (parsed.hasMatchedOption(Commands.NO_WAIT)) {
            return Duration.ZERO;
        }
        String text = parsed.matchedOptionValue(Commands.TIMEOUT, "20m").toLowerCase(Locale.ROOT);
        try {
            return Duration.parse((text.endsWith("d") ? "p" : "pt") + text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--timeout is a time such as 90s, 20m or 1h30m, not '" + text + "'");
        }
    }

    private static Incoming incoming(SdkOperation operation, ParseResult parsed) {
        Class<?> request = Client.request(operation).orElse(null);
        if (request == null) {
            return new Incoming(new byte[0], Map.of(), Map.of());
        }
        RequestBuilder builder = new RequestBuilder(body(parsed.matchedOptionValue(Commands.JSON, (String) null)));
        List<Fields.RequestField> fields = Fields.of(operation, request);
        for (Fields.RequestField field : Commands.options(fields)) {
            if (parsed.hasMatchedOption(field.option())) {
                builder.put(field, parsed.matchedOptionValue(field.option(), ""));
            }
        }
        List<Fields.RequestField> positional = Fields.positional(operation, fields);
        for (int i = 0; i < positional.size(); i++) {
            String value = parsed.matchedPositionalValue(i, (String) null);
            if (value != null) {
                builder.put(positional.get(i), value);
            } else if (positional.get(i).place() == Fields.Place.PATH && !builder.has(positional.get(i))) {
                throw new IllegalArgumentException("%s needs %s; see --help"
                        .formatted(
                                Words.kebab(operation.method()),
                                positional.get(i).option()));
            }
        }
        return builder.build();
    }

    private static String body(@Nullable String json) {
        if (json == null) {
            return "{}";
        }
        if (!json.startsWith("@")) {
            return json;
        }
        try {
            return Files.readString(Path.of(json.substring(1)), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("the file of --json cannot be read: " + json.substring(1));
        }
    }

    private static DatabricksConfig config(ParseResult parsed) {
        DatabricksConfig config = new DatabricksConfig();
        String profile = parsed.matchedOptionValue(Commands.PROFILE, (String) null);
        String host = parsed.matchedOptionValue(Commands.HOST, (String) null);
        if (profile != null) {
            config.setProfile(profile);
        }
        if (host != null) {
            config.setHost(host);
        }
        return config;
    }
}
