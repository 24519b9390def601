package dev.tarn.cli;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import dev.tarn.cli.bundle.BundleCommand;
import dev.tarn.contract.Incoming;
import dev.tarn.contract.SdkOperation;
import dev.tarn.contract.SdkOperations;
import dev.tarn.core.AppException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * {@code tarn <service> <operation>}: every operation of the public API. Options are the request's fields; {@code --json} gives the
 * whole body, or {@code @file} where it lies. Profiles and environment are those of the official clients.
 */
public final class TarnCommand {
    private static final String JSON = "--json";

    private TarnCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Exit status: 0 done, 1 refused by the server, 2 wrong usage. */
    static int run(String[] arguments) {
        if (BundleCommand.wants(arguments)) {
            return BundleCommand.run(arguments);
        }
        CommandLine line = commands(arguments);
        try {
            ParseResult parsed = line.parseArgs(arguments);
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (CommandLine.printHelpIfRequested(parsed)) {
                return 0;
            }
            if (!(last.commandSpec().userObject() instanceof SdkOperation operation)) {
                last.commandSpec().commandLine().usage(System.err);
                return 2;
            }
            new Screen(System.out)
                    .show(
                            new Client(config(parsed)).call(operation, incoming(operation, last)),
                            "json".equals(parsed.matchedOptionValue("--output", "table")));
            return 0;
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            e.getCommandLine().usage(System.err);
            return 2;
        } catch (IllegalArgumentException e) {
            System.err.println("tarn: " + e.getMessage());
            return 2;
        } catch (DatabricksError e) {
            System.err.println(
                    "tarn: " + e.getMessage() + (e.getErrorCode() == null ? "" : " (" + e.getErrorCode() + ")"));
            return 1;
        } catch (AppException | DatabricksException e) {
            System.err.println("tarn: " + e.getMessage());
            return e instanceof AppException ? 2 : 1;
        }
    }

    private static CommandLine commands(String[] arguments) {
        CommandSpec root = CommandSpec.create()
                .name("tarn")
                .addOption(inherited("--profile", "-p", "Profile of ~/.databrickscfg."))
                .addOption(inherited("--host", "--host", "URL of the workspace."))
                .addOption(inherited("--output", "-o", "table or json."))
                .mixinStandardHelpOptions(true);
        root.usageMessage()
                .description("Every operation of the public API.")
                .synopsisSubcommandLabel("SERVICE OPERATION");
        Map<String, List<SdkOperation>> services = new TreeMap<>();
        List<SdkOperation> all = SdkOperations.all();
        Set<String> names = all.stream().map(SdkOperation::serviceName).collect(Collectors.toSet());
        all.forEach(operation -> services.computeIfAbsent(
                        Words.service(operation.serviceName(), names), any -> new ArrayList<>())
                .add(operation));
        List<String> given = List.of(arguments);
        services.forEach((name, operations) -> {
            CommandSpec service = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
            if (given.contains(name)) {
                for (SdkOperation operation : operations) {
                    String word = Words.kebab(operation.method());
                    if (!service.subcommands().containsKey(word)) {
                        service.addSubcommand(word, operation(operation));
                    }
                }
            }
            root.addSubcommand(name, service);
        });
        return new CommandLine(root);
    }

    private static OptionSpec inherited(String name, String shortName, String description) {
        OptionSpec.Builder option =
                name.equals(shortName) ? OptionSpec.builder(name) : OptionSpec.builder(name, shortName);
        return option.type(String.class)
                .paramLabel("TEXT")
                .description(description)
                .scopeType(ScopeType.INHERIT)
                .build();
    }

    private static CommandSpec operation(SdkOperation operation) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(operation);
        spec.mixinStandardHelpOptions(true);
        spec.usageMessage().description(operation.httpMethod() + " " + operation.template());
        Class<?> request = Client.request(operation).orElse(null);
        if (request == null) {
            return spec;
        }
        List<Fields.RequestField> fields = Fields.of(operation, request);
        spec.addOption(OptionSpec.builder(JSON)
                .type(String.class)
                .paramLabel("JSON|@FILE")
                .description("The request's body.")
                .build());
        for (Fields.RequestField field : fields) {
            if (spec.findOption(field.option()) == null
                    && !field.option().equals("--host")
                    && !field.option().equals("--output")) {
                spec.addOption(OptionSpec.builder(field.option())
                        .type(String.class)
                        .arity(field.flag() ? "0..1" : "1")
                        .fallbackValue(field.flag() ? "true" : "")
                        .paramLabel(field.structured() ? "JSON" : field.flag() ? "true|false" : "VALUE")
                        .build());
            }
        }
        List<Fields.RequestField> positional = Fields.positional(operation, fields);
        for (int i = 0; i < positional.size(); i++) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(String.valueOf(i))
                    .type(String.class)
                    .arity("0..1")
                    .paramLabel(Words.kebab(positional.get(i).name()).toUpperCase(java.util.Locale.ROOT))
                    .build());
        }
        return spec;
    }

    private static Incoming incoming(SdkOperation operation, ParseResult parsed) {
        Class<?> request = Client.request(operation).orElse(null);
        if (request == null) {
            return new Incoming(new byte[0], Map.of(), Map.of());
        }
        RequestBuilder builder = new RequestBuilder(body(parsed.matchedOptionValue(JSON, (String) null)));
        List<Fields.RequestField> fields = Fields.of(operation, request);
        for (Fields.RequestField field : fields) {
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
        String profile = parsed.matchedOptionValue("--profile", (String) null);
        String host = parsed.matchedOptionValue("--host", (String) null);
        if (profile != null) {
            config.setProfile(profile);
        }
        if (host != null) {
            config.setHost(host);
        }
        return config;
    }
}
