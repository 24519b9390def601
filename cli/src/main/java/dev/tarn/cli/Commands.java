package dev.tarn.cli;

import dev.tarn.cli.bundle.BundleCommand;
import dev.tarn.contract.SdkOperation;
import dev.tarn.contract.SdkOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The tree of commands: a service each, and below it its operations; only the services that are asked for are filled. */
final class Commands {
    static final String JSON = "--json";

    /** Lists the services. */
    static final String SERVICES = "services";

    private Commands() {}

    static CommandLine tree(List<String> arguments) {
        CommandSpec root = HelpPages.withHelp(CommandSpec.create().name("tarn"));
        GlobalOptions.addTo(root);
        Map<String, Map<String, SdkOperation>> services = services();
        services.forEach((name, operations) -> {
            CommandSpec service = HelpPages.withHelp(CommandSpec.create().name(name));
            if (arguments.contains(name)) {
                operations.forEach((word, operation) -> service.addSubcommand(word, operation(name, operation)));
            }
            root.addSubcommand(name, service);
            HelpPages.ofService(service, operations);
        });
        root.addSubcommand(Completion.NAME, Completion.spec());
        root.addSubcommand(Configure.NAME, Configure.spec());
        root.addSubcommand(SERVICES, HelpPages.withHelp(CommandSpec.create().name(SERVICES)));
        root.addSubcommand(BundleCommand.NAME, CommandSpec.create().name(BundleCommand.NAME));
        HelpPages.ofRoot(root, services);
        return new CommandLine(root)
                // --json @file is ours
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true);
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
        List<String> taken = new ArrayList<>(GlobalOptions.NAMES);
        taken.addAll(List.of(JSON, HelpPages.HELP, "--page-token"));
        for (Fields.RequestField field : fields) {
            if (!taken.contains(field.option())) {
                taken.add(field.option());
                options.add(field);
            }
        }
        return options;
    }

    private static CommandSpec operation(String service, SdkOperation operation) {
        CommandSpec spec = HelpPages.withHelp(CommandSpec.wrapWithoutInspection(operation));
        Class<?> request = Client.request(operation).orElse(null);
        List<Fields.RequestField> fields = request == null ? List.of() : Fields.of(operation, request);
        List<OptionSpec> own = new ArrayList<>();
        for (Fields.RequestField field : options(fields)) {
            own.add(OptionSpec.builder(field.option())
                    .type(String.class)
                    .arity(field.flag() ? "0..1" : "1")
                    .fallbackValue(field.flag() ? "true" : "")
                    .paramLabel(Shape.label(field))
                    .description(Shape.description(field))
                    .build());
        }
        if (request != null) {
            own.add(OptionSpec.builder(JSON)
                    .type(String.class)
                    .paramLabel("JSON|@FILE")
                    .description("The whole request; the options add to it. @- reads standard input.")
                    .build());
        }
        own.forEach(spec::addOption);
        List<PositionalParamSpec> words = new ArrayList<>();
        List<Fields.RequestField> positional = Fields.positional(operation, fields);
        for (int i = 0; i < positional.size(); i++) {
            words.add(PositionalParamSpec.builder()
                    .index(String.valueOf(i))
                    .type(String.class)
                    .arity("0..1")
                    .paramLabel(Words.upper(positional.get(i).name()))
                    .build());
        }
        words.forEach(spec::addPositional);
        HelpPages.ofOperation(spec, service, operation, own, words);
        return spec;
    }
}
