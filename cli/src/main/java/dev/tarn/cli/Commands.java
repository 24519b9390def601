package dev.tarn.cli;

import dev.tarn.contract.SdkOperation;
import dev.tarn.contract.SdkOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The tree of commands: a service each, and below it its operations; only the services that are asked for are filled. */
final class Commands {
    static final String JSON = "--json";
    static final String PROFILE = "--profile";
    static final String HOST = "--host";
    static final String OUTPUT = "--output";
    static final String NO_WAIT = "--no-wait";
    static final String TIMEOUT = "--timeout";

    /** What every command has; a request's field of the same name is given with --json. */
    static final Set<String> EVERYWHERE = Set.of(PROFILE, HOST, OUTPUT, NO_WAIT, TIMEOUT);

    private Commands() {}

    static CommandLine tree(List<String> arguments) {
        CommandSpec root = CommandSpec.create()
                .name("tarn")
                .addOption(inherited(PROFILE, "-p", "Profile of ~/.databrickscfg."))
                .addOption(inherited(HOST, HOST, "URL of the workspace."))
                .addOption(inherited(OUTPUT, "-o", "table or json."))
                .addOption(inherited(TIMEOUT, TIMEOUT, "How long to wait for long operations, such as 90s or 20m."))
                .addOption(OptionSpec.builder(NO_WAIT)
                        .type(boolean.class)
                        .description("Do not wait for long operations, such as the start of a warehouse.")
                        .scopeType(ScopeType.INHERIT)
                        .build())
                .mixinStandardHelpOptions(true);
        root.usageMessage()
                .description("Every operation of the public API.")
                .synopsisSubcommandLabel("SERVICE OPERATION");
        services().forEach((name, operations) -> {
            CommandSpec service = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
            if (arguments.contains(name)) {
                operations.forEach((word, operation) -> service.addSubcommand(word, operation(operation)));
            }
            root.addSubcommand(name, service);
        });
        root.addSubcommand(Completion.NAME, Completion.spec());
        root.addSubcommand(Configure.NAME, Configure.spec());
        return new CommandLine(root);
    }

    /** Operations by their words, by the words of their services. */
    static Map<String, Map<String, SdkOperation>> services() {
        Map<String, Map<String, SdkOperation>> services = new TreeMap<>();
        List<SdkOperation> all = SdkOperations.all();
        Set<String> names = all.stream().map(SdkOperation::serviceName).collect(Collectors.toSet());
        all.forEach(operation -> services.computeIfAbsent(
                        Words.service(operation.serviceName(), names), any -> new TreeMap<>())
                .putIfAbsent(Words.kebab(operation.method()), operation));
        return services;
    }

    /** The options that are an operation's fields. */
    static List<Fields.RequestField> options(List<Fields.RequestField> fields) {
        List<Fields.RequestField> options = new ArrayList<>();
        List<String> taken = new ArrayList<>(EVERYWHERE);
        taken.add(JSON);
        for (Fields.RequestField field : fields) {
            if (!taken.contains(field.option())) {
                taken.add(field.option());
                options.add(field);
            }
        }
        return options;
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
        for (Fields.RequestField field : options(fields)) {
            spec.addOption(OptionSpec.builder(field.option())
                    .type(String.class)
                    .arity(field.flag() ? "0..1" : "1")
                    .fallbackValue(field.flag() ? "true" : "")
                    .paramLabel(field.structured() ? "JSON" : field.flag() ? "true|false" : "VALUE")
                    .build());
        }
        List<Fields.RequestField> positional = Fields.positional(operation, fields);
        for (int i = 0; i < positional.size(); i++) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(String.valueOf(i))
                    .type(String.class)
                    .arity("0..1")
                    .paramLabel(Words.kebab(positional.get(i).name()).toUpperCase(Locale.ROOT))
                    .build());
        }
        return spec;
    }
}
