package dev.tarn.cli.bundle;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.deploy.Deployment;
import dev.tarn.cli.bundle.deploy.Step;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tarn bundle init | validate | plan | deploy | run | summary | destroy}. */
@Command(
        name = BundleCommand.NAME,
        description =
                "Deploy what a databricks.yml describes: catalogs, schemas, volumes, grants, warehouses, secret scopes and files.",
        mixinStandardHelpOptions = true,
        subcommands = {CommandLine.HelpCommand.class})
public final class BundleCommand {
    public static final String NAME = "bundle";

    /** The words that may follow. */
    public static final List<String> OPERATIONS =
            List.of("init", "validate", "plan", "deploy", "run", "summary", "destroy");

    private BundleCommand() {}

    /** Whether a command line is one of ours: its first word that is no option is {@code bundle}. */
    public static boolean wants(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (List.of("--profile", "-p", "--host", "--output", "-o").contains(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return arguments[i].equals(NAME);
            }
        }
        return false;
    }

    /** The exit status: 0 done, 1 refused or wrong, 2 wrong usage. Options that stand before the word work as well after it. */
    public static int run(String[] arguments) {
        List<String> words = new java.util.ArrayList<>(List.of(arguments));
        words.remove(NAME);
        CommandLine line = new CommandLine(new BundleCommand());
        line.addSubcommand(new InitCommand());
        List.of(new Validate(), new Plan(), new Deploy(), new RunCommand(), new Summary(), new Destroy())
                .forEach(line::addSubcommand);
        line.setCommandName("tarn " + NAME);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((failure, wrong) -> {
            String command = failure.getCommandLine().getCommandSpec().qualifiedName();
            System.err.println("tarn: " + failure.getMessage());
            System.err.println("See: " + command + " --help");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(message(failure));
            return 1;
        });
        int split = 0;
        while (split < words.size()
                && words.get(split).startsWith("-")
                && !List.of("-h", "--help", "-V").contains(words.get(split))) {
            split += words.get(split).contains("=") ? 1 : 2;
        }
        List<String> before = words.subList(0, Math.min(split, words.size()));
        List<String> ordered = new java.util.ArrayList<>(words.subList(before.size(), words.size()));
        ordered.addAll(before);
        return line.execute(ordered.toArray(String[]::new));
    }

    private static String message(Exception failure) {
        if (failure instanceof DatabricksError e) {
            return "Error: " + e.getMessage() + (e.getErrorCode() == null ? "" : " (" + e.getErrorCode() + ")");
        }
        if (failure instanceof BundleException
                || failure instanceof DatabricksException
                || failure instanceof UncheckedIOException) {
            String said = String.valueOf(failure.getMessage());
            return said.startsWith("Error") ? said : "Error: " + said;
        }
        return "Error: this is a fault of the program, please report it: " + failure;
    }

    /** Prints what is odd about a bundle. */
    static void warn(Bundle bundle) {
        bundle.warnings().stream().map(Problem::toString).forEach(System.err::println);
    }

    /** Reads the bundle and the resources in it, and says what is wrong. */
    @Command(name = "validate", description = "Check the bundle; nothing is changed.", mixinStandardHelpOptions = true)
    static final class Validate implements Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            warn(bundle);
            options.deployment(bundle).check();
            if (options.json()) {
                System.out.println(Reports.tree(bundle));
            } else {
                System.out.println("Name:   " + bundle.name() + "\nTarget: " + bundle.target() + "\nUser:   "
                        + bundle.me().userName() + "\nPath:   " + bundle.paths().root() + "\n\nValidation OK!");
            }
        }
    }

    /** Says what a deployment would do. */
    @Command(
            name = "plan",
            description = "Show what a deployment would change, drift included.",
            mixinStandardHelpOptions = true)
    static final class Plan implements Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            warn(bundle);
            List<Step> steps = options.deployment(bundle).plan();
            System.out.println(options.json() ? Reports.steps(steps) : String.join("\n", Deployment.lines(steps)));
        }
    }

    /** Deploys. */
    @Command(
            name = "deploy",
            description = "Bring the target to what the bundle says.",
            mixinStandardHelpOptions = true)
    static final class Deploy implements Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Mixin
        ChangeOptions change = new ChangeOptions();

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            warn(bundle);
            Deployment deployment = options.deployment(bundle);
            deployment.check();
            Artifacts.build(bundle, System.err::println);
            deployment.deploy(change::agrees, change.forceLock);
            System.err.println("Deployment complete!");
        }
    }

    /** Takes a deployment away. */
    @Command(
            name = "destroy",
            description = "Delete everything that was deployed to the target.",
            mixinStandardHelpOptions = true)
    static final class Destroy implements Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Mixin
        ChangeOptions change = new ChangeOptions();

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            options.deployment(bundle).destroy(change::agrees, change.forceLock);
            System.err.println("Destroy complete!");
        }
    }

    /** Lists what is deployed. */
    @Command(
            name = "summary",
            description = "List the bundle's resources, with their ids where they are deployed.",
            mixinStandardHelpOptions = true)
    static final class Summary implements Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            List<Step> deployed = options.deployment(bundle).deployed();
            System.out.println(options.json() ? Reports.steps(deployed) : Reports.summary(bundle, deployed));
        }
    }

    /** Runs one of the bundle's scripts. */
    @Command(name = "run", description = "Run one of the bundle's scripts.", mixinStandardHelpOptions = true)
    static final class RunCommand implements CommandLine.IExitCodeGenerator, Runnable {
        @Mixin
        BundleOptions options = new BundleOptions();

        @Parameters(index = "0", paramLabel = "KEY", description = "Name below 'scripts'.")
        String key = "";

        @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Handed to the script, after --.")
        List<String> arguments = List.of();

        private int status;

        @Override
        public void run() {
            Bundle bundle = options.bundle();
            status = Scripts.run(bundle, key, arguments, options.environment(bundle));
        }

        @Override
        public int getExitCode() {
            return status;
        }
    }

    /** Makes a new bundle. */
    @Command(name = "init", description = "Make a new bundle in a folder of its own.", mixinStandardHelpOptions = true)
    static final class InitCommand implements Runnable {
        @Option(names = "--name", defaultValue = "my_project", description = "Name of the bundle and of its folder.")
        String name = "my_project";

        @Option(names = "--output-dir", defaultValue = ".", description = "Where the folder is made.")
        Path folder = Path.of(".");

        @Override
        public void run() {
            System.out.println(
                    "Made " + Template.write(folder, name) + ". Next: cd there, and 'tarn bundle validate'.");
        }
    }
}
