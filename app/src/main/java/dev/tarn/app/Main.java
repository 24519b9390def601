package dev.tarn.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's own commands; everything else of {@code ./tarn} is the client in {@code dev.tarn.cli}. */
@Command(
        name = "tarn",
        description = "An open, self-hosted lakehouse that speaks the public APIs of Databricks.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            QuickstartCommand.class,
            ParityCommand.class,
            ReferenceCommand.class,
            ApiTypesCommand.class,
            WarmUpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IllegalArgumentException || failure instanceof IllegalStateException) {
                        command.getErr().println("tarn: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
        System.exit(status);
    }
}
