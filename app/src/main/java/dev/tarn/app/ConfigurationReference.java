package dev.tarn.app;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes docs/reference/configuration.md from {@link TarnConfig}, so that the two cannot differ. */
final class ConfigurationReference {
    private record Setting(String key, String type, String standard, String description) {}

    private ConfigurationReference() {}

    static String markdown() {
        List<Setting> settings = new ArrayList<>();
        collect("tarn", TarnConfig.class, settings);
        settings.sort(Comparator.comparing((Setting setting) ->
                        setting.key().chars().filter(c -> c == '.').count())
                .thenComparing(Setting::key));
        StringBuilder text = new StringBuilder("""
                # Configuration

                Made from the code by `./tarn reference`; a test compares the two.

                `./tarn serve --config FILE` reads a properties file; `--set KEY=VALUE` and the options of `./tarn serve` win over it. Keys that
                are not listed here are refused. Secrets are given as `file:PATH` or `env:NAME`, never as the text itself.

                | setting | type | default | meaning |
                |---|---|---|---|
                """);
        settings.forEach(setting -> text.append("| `%s` | %s | %s | %s |%n"
                .formatted(setting.key(), setting.type(), setting.standard(), setting.description())));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static void collect(String prefix, Class<?> mapping, List<Setting> settings) {
        for (Method method : mapping.getDeclaredMethods()) {
            WithName named = method.getAnnotation(WithName.class);
            String key = prefix + "." + (named == null ? method.getName() : named.value());
            if (Arrays.asList(TarnConfig.class.getDeclaredClasses()).contains(method.getReturnType())) {
                collect(key, method.getReturnType(), settings);
                continue;
            }
            Description description = method.getAnnotation(Description.class);
            if (description == null) {
                throw new IllegalStateException(key + " has no description");
            }
            WithDefault standard = method.getAnnotation(WithDefault.class);
            settings.add(new Setting(
                    key,
                    type(method.getGenericReturnType()),
                    standard == null ? "" : "`" + standard.value() + "`",
                    description.value()));
        }
    }

    private static String type(Type type) {
        String name = type.getTypeName()
                .replaceAll("java\\.util\\.Optional<(.*)>", "$1")
                .replaceAll("[a-z]+\\.", "")
                .toLowerCase(Locale.ROOT);
        return switch (name) {
            case "string" -> "text";
            case "int", "integer", "long" -> "number";
            case "boolean" -> "true or false";
            case "list<string>" -> "texts, separated by commas";
            default -> name;
        };
    }
}
