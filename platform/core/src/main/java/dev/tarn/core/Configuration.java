package dev.tarn.core;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads settings into typed interfaces ({@code @ConfigMapping}): from a properties file, overridden by the command line. Keys that
 * no setting has are refused, so that a typing error is found at start. A {@link Secret} is given as {@code file:PATH} or
 * {@code env:NAME}, never as the text itself.
 */
public final class Configuration {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private static final Pattern CONVERSION = Pattern.compile(
            "^.*The config property (\\S+) with the config value .* threw an Exception whilst being converted ",
            Pattern.DOTALL);

    private Configuration() {}

    /**
     * Reads a mapping.
     *
     * @param file properties, if there is a file
     * @param overrides settings that win over the file's
     * @param mapping an interface annotated with {@code @ConfigMapping}
     * @throws IllegalArgumentException naming every wrong, missing or unknown key
     */
    public static <T> T read(Optional<Path> file, Map<String, String> overrides, Class<T> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(mapping, prefix)
                .withConverter(Secret.class, 500, new SecretConverter())
                .withConverter(Duration.class, 500, new DurationConverter())
                .withSources(new PropertiesConfigSource(overrides, "command line", 400));
        file.ifPresent(path -> builder.withSources(new PropertiesConfigSource(properties(path), path.toString(), 300)));
        try {
            SmallRyeConfig config = builder.build();
            return config.getConfigMapping(mapping, prefix);
        } catch (ConfigValidationException e) {
            StringBuilder problems = new StringBuilder("The configuration is not valid:");
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.append(System.lineSeparator())
                        .append("  ")
                        .append(withoutValue(e.getProblem(i).getMessage()));
            }
            throw new IllegalArgumentException(problems.toString(), e);
        }
    }

    /** The library repeats the offending value, which may be a secret. */
    private static String withoutValue(String problem) {
        return CONVERSION.matcher(problem).replaceFirst("$1: ");
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The configuration file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    /** {@code 500 ms}, {@code 30s}, {@code 7d}. */
    private static final class DurationConverter implements Converter<Duration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String text) {
            Matcher matcher = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a duration: write a number and ms, s, m, h or d, such as 30s");
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
    }

    private static final class SecretConverter implements Converter<Secret> {
        private static final long serialVersionUID = 1L;

        @Override
        public Secret convert(String text) {
            if (text.startsWith("env:")) {
                String value = System.getenv(text.substring(4));
                if (value == null || value.isEmpty()) {
                    throw new IllegalArgumentException("environment variable " + text.substring(4) + " is not set");
                }
                return new Secret(value);
            }
            if (text.startsWith("file:")) {
                try {
                    return new Secret(
                            Files.readString(Path.of(text.substring(5))).strip());
                } catch (IOException e) {
                    throw new IllegalArgumentException("file " + text.substring(5) + " cannot be read", e);
                }
            }
            throw new IllegalArgumentException(
                    "a secret must be given as file:PATH or env:NAME, not as the text itself");
        }
    }
}
