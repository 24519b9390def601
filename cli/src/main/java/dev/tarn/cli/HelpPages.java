package dev.tarn.cli;

import dev.tarn.cli.bundle.BundleCommand;
import dev.tarn.contract.SdkOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} shows: an operation's own options first, and apart from them what every command has. */
final class HelpPages {
    static final String HELP = "--help";

    private static final String BODY = "body";
    private static final String GLOBAL = "global";
    private static final int WIDEST_NAME = 44;

    private HelpPages() {}

    static CommandSpec withHelp(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder(HELP, "-h")
                .usageHelp(true)
                .type(boolean.class)
                .arity("0")
                .description("Show this help.")
                .build());
    }

    static void ofRoot(CommandSpec root, Map<String, Map<String, SdkOperation>> services) {
        page(
                root,
                "tarn SERVICE OPERATION [OPTIONS]",
                "Every operation of the public API, against any workspace.",
                help -> {
                    TextTable table = table(help, 4 + "configure".length() + 2);
                    table.addRowValues(
                            "  " + Configure.NAME, "Write a profile: the workspace's address and how to sign in.");
                    table.addRowValues("  " + Commands.SERVICES, "List the services and their operations.");
                    table.addRowValues("  " + BundleCommand.NAME, "Deploy what a databricks.yml describes.");
                    table.addRowValues(
                            "  " + Completion.NAME, "Print a script that completes commands in bash or zsh.");
                    return "%nCommands:%n%s%nServices (tarn SERVICE --help lists the operations of one):%n%s"
                            .formatted(table, listed(help, services));
                });
    }

    /** The services by the field that they belong to, as the SDK divides them. */
    private static String listed(Help help, Map<String, Map<String, SdkOperation>> services) {
        Map<String, TreeSet<String>> areas = new TreeMap<>();
        services.forEach((name, operations) -> operations.values().stream()
                .limit(1)
                .forEach(any -> areas.computeIfAbsent(area(any), ignored -> new TreeSet<>())
                        .add(name)));
        TextTable table = table(
                help, 4 + areas.keySet().stream().mapToInt(String::length).max().orElse(0));
        areas.forEach((area, names) -> table.addRowValues("  " + area, String.join(", ", names)));
        return table.toString();
    }

    private static String area(SdkOperation operation) {
        String[] parts = operation.service().split("\\.");
        return parts[parts.length - 2];
    }

    static void ofService(CommandSpec service, Map<String, SdkOperation> operations) {
        page(service, "tarn " + service.name() + " OPERATION [OPTIONS]", "", help -> {
            TextTable table = table(
                    help,
                    4
                            + operations.keySet().stream()
                                    .mapToInt(String::length)
                                    .max()
                                    .orElse(0));
            operations.forEach((word, operation) ->
                    table.addRowValues("  " + word, operation.httpMethod() + " " + operation.template()));
            return "%nOperations (tarn %s OPERATION --help shows the options of one):%n%s"
                    .formatted(service.name(), table);
        });
    }

    static void ofOperation(
            CommandSpec spec,
            String service,
            SdkOperation operation,
            List<OptionSpec> options,
            List<PositionalParamSpec> words) {
        StringBuilder synopsis = new StringBuilder("tarn " + service + " " + Words.kebab(operation.method()));
        words.forEach(word -> synopsis.append(" [").append(word.paramLabel()).append("]"));
        page(spec, synopsis + " [OPTIONS]", operation.httpMethod() + " " + operation.template(), help -> {
            return options.isEmpty() ? "" : "%nOptions:%n".formatted() + table(help, options);
        });
    }

    private static void page(CommandSpec spec, String synopsis, String description, IHelpSectionRenderer body) {
        UsageMessageSpec usage = spec.usageMessage();
        usage.customSynopsis(synopsis);
        if (!description.isEmpty()) {
            usage.description(description.replace("%", "%%"));
        }
        usage.sectionMap().put(BODY, body);
        usage.sectionMap().put(GLOBAL, HelpPages::global);
        usage.sectionKeys(List.of(
                UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                BODY,
                GLOBAL));
    }

    private static String global(Help help) {
        List<OptionSpec> options = new ArrayList<>(help.commandSpec().options());
        options.removeIf(option -> !GlobalOptions.NAMES.contains(option.longestName()) && !option.usageHelp());
        return "%nOptions of every command:%n".formatted() + table(help, options);
    }

    private static TextTable table(Help help, List<OptionSpec> options) {
        List<String> names = options.stream().map(HelpPages::synopsis).toList();
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        TextTable table = table(help, Math.min(WIDEST_NAME, longest) + 2);
        for (int i = 0; i < names.size(); i++) {
            table.addRowValues(names.get(i), String.join(" ", options.get(i).description()));
        }
        return table;
    }

    private static String synopsis(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : option.arity().min() == 0 ? "[=" : "=";
        String shortName = option.shortestName().equals(option.longestName()) ? "    " : option.shortestName() + ", ";
        return "  " + shortName + option.longestName() + value + (value.isEmpty() ? "" : option.paramLabel())
                + (value.equals("[=") ? "]" : "");
    }

    private static TextTable table(Help help, int first) {
        int width = help.commandSpec().usageMessage().width();
        return TextTable.forColumns(
                help.colorScheme(),
                new Column(first, 0, Column.Overflow.SPAN),
                new Column(width - first, 0, Column.Overflow.WRAP));
    }
}
