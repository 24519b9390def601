package dev.tarn.cli;

import dev.tarn.cli.bundle.BundleCommand;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code tarn completion bash|zsh}: a script for the shell, with every service, operation and option in it, so that pressing the
 * key starts no process.
 */
final class Completion {
    static final String NAME = "completion";

    private static final String FUNCTION = """
            _tarn() {
                local word=${COMP_WORDS[COMP_CWORD]} service='' operation='' i w
                for ((i = 1; i < COMP_CWORD; i++)); do
                    w=${COMP_WORDS[i]}
                    case $w in
                        --profile | -p | --host | --output | -o | --timeout) ((i++)) ;;
                        -*) ;;
                        *) if [ -z "$service" ]; then service=$w; elif [ -z "$operation" ]; then operation=$w; fi ;;
                    esac
                done
                case ${COMP_WORDS[COMP_CWORD-1]} in
                    --output | -o) COMPREPLY=($(compgen -W 'table json' -- "$word")); return ;;
                    --profile | -p)
                        COMPREPLY=($(compgen -W "$(sed -n 's/^\\[\\(.*\\)\\]$/\\1/p' \
            "${DATABRICKS_CONFIG_FILE:-$HOME/.databrickscfg}" 2>/dev/null)" -- "$word"))
                        return ;;
                esac
                local words=''
                if [ -z "$service" ]; then words=$_tarn_services
                elif [ -z "$operation" ]; then words=$(_tarn_operations "$service")
                fi
                if [[ $word == -* ]]; then words="$_tarn_everywhere $(_tarn_options "$service $operation")"; fi
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -F _tarn tarn ./tarn
            """;

    private Completion() {}

    static CommandSpec spec() {
        CommandSpec spec = HelpPages.withHelp(CommandSpec.create().name(NAME));
        spec.usageMessage().description("Prints a script that completes commands: source <(tarn completion bash)");
        return spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .arity("1")
                .paramLabel("bash|zsh")
                .build());
    }

    static int run(ParseResult parsed, PrintStream out) {
        String shell = parsed.matchedPositionalValue(0, "");
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new IllegalArgumentException("completion is for bash or zsh, not '" + shell + "'");
        }
        if (shell.equals("zsh")) {
            out.println("autoload -U +X bashcompinit && bashcompinit");
        }
        out.print(script());
        return 0;
    }

    private static String script() {
        List<String> services = new ArrayList<>(List.of(NAME, Configure.NAME, Commands.SERVICES, BundleCommand.NAME));
        StringBuilder operations = new StringBuilder("_tarn_operations() {\n    case $1 in\n");
        StringBuilder options = new StringBuilder("_tarn_options() {\n    case $1 in\n");
        operations.append("        completion) echo 'bash zsh' ;;\n");
        operations.append("        bundle) echo '" + String.join(" ", BundleCommand.OPERATIONS) + "' ;;\n");
        Commands.services().forEach((service, known) -> {
            services.add(service);
            operations.append("        %s) echo '%s' ;;\n".formatted(service, String.join(" ", known.keySet())));
            known.forEach((word, operation) -> Client.request(operation).ifPresent(request -> {
                TreeSet<String> names = new TreeSet<>();
                Commands.options(Fields.of(operation, request)).forEach(field -> names.add(field.option()));
                options.append(
                        "        '%s %s') echo '--json %s' ;;\n".formatted(service, word, String.join(" ", names)));
            }));
        });
        String everywhere = GlobalOptions.names() + " " + HelpPages.HELP;
        return "_tarn_services='%s'\n_tarn_everywhere='%s'\n".formatted(String.join(" ", services), everywhere)
                + operations + "    esac\n}\n" + options + "    esac\n}\n" + FUNCTION;
    }
}
