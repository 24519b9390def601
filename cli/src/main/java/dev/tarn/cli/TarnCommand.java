package dev.tarn.cli;

import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.DatabricksException;
import dev.tarn.cli.bundle.BundleCommand;
import dev.tarn.contract.SdkOperation;
import dev.tarn.core.AppException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code tarn <service> <operation>}: every operation of the public API. Options are the request's fields; {@code --json} gives the
 * whole body, or {@code @file} where it lies. Profiles and environment are those of the official clients.
 */
public final class TarnCommand {
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int UNREACHED = 3;

    private final PrintStream out;
    private final PrintStream err;

    TarnCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the process with the status that says how it went. */
    public static void main(String[] arguments) {
        // what the SDK logs of its attempts is no message to a person; what fails is said by this command
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = BundleCommand.wants(arguments)
                ? BundleCommand.run(arguments)
                : new TarnCommand(out, err).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    /** Exit status: 0 done, 1 refused by the server, 2 wrong usage, 3 not reached, not signed in, or waited too long. */
    int run(List<String> arguments) {
        CommandLine line = Commands.tree(arguments);
        try {
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            return CommandLine.printHelpIfRequested(
                            parsed.asCommandLineList(), out, err, CommandLine.Help.defaultColorScheme(colors()))
                    ? 0
                    : run(parsed, last);
        } catch (ParameterException e) {
            // not the whole usage: after it, the message would be out of sight
            err.println("tarn: " + problem(e));
            err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return WRONG_USAGE;
        } catch (IllegalArgumentException | AppException e) {
            err.println("tarn: " + e.getMessage());
            return WRONG_USAGE;
        } catch (DatabricksError e) {
            err.println("tarn: " + e.getMessage() + (e.getErrorCode() == null ? "" : " (" + e.getErrorCode() + ")"));
            return REFUSED;
        } catch (DatabricksException e) {
            err.println("tarn: " + Connection.message(e));
            return UNREACHED;
        } catch (UncheckedIOException e) {
            err.println("tarn: " + e.getMessage());
            return UNREACHED;
        }
    }

    private int run(ParseResult parsed, ParseResult last) {
        GlobalOptions options = GlobalOptions.read(parsed);
        if (last.commandSpec().userObject() instanceof SdkOperation operation) {
            Call call = RequestBuilder.read(operation, last);
            Client client = new Client(Connection.open(options), options.patience(), out);
            Optional<Answer> answer = client.call(operation, call);
            Optional<String> failure = answer.flatMap(given -> Statements.failure(operation, given.json()));
            answer.filter(given -> options.json() || failure.isEmpty())
                    .ifPresent(new Screen(out, err, options.json(), width(last))::show);
            out.flush();
            failure.ifPresent(message -> err.println("tarn: " + message));
            return failure.isPresent() ? REFUSED : 0;
        }
        return switch (last.commandSpec().name()) {
            case Completion.NAME -> Completion.run(last, out);
            case Configure.NAME -> Configure.run(options, last, err);
            case Commands.SERVICES -> {
                parsed.commandSpec().commandLine().usage(out);
                yield 0;
            }
            default -> {
                last.commandSpec().commandLine().usage(err);
                yield WRONG_USAGE;
            }
        };
    }

    private static String problem(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        var spec = e.getCommandLine().getCommandSpec();
        String what = unmatched.isUnknownOption()
                ? "no option '" + word + "' of " + spec.qualifiedName()
                : spec.parent() == null
                        ? "no service '" + word + "'"
                        : spec.userObject() instanceof SdkOperation
                                        || spec.subcommands().isEmpty()
                                ? "no place for '" + word + "' in " + spec.qualifiedName()
                                : "no operation '" + word + "' of " + spec.name();
        List<String> similar = unmatched.getSuggestions();
        return "There is " + what + "."
                + (similar.isEmpty()
                        ? ""
                        : " Did you mean " + String.join(", ", similar.subList(0, Math.min(3, similar.size()))) + "?");
    }

    /** The width of the terminal; zero where the output goes elsewhere. */
    private static int width(ParseResult parsed) {
        return System.console() == null
                ? 0
                : parsed.commandSpec().usageMessage().width();
    }

    private static CommandLine.Help.Ansi colors() {
        return System.console() == null ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO;
    }
}
