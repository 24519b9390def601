package dev.tarn.identity.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token that makes its own workspace: {@code tarn-throwaway-<name>} is the administrator of the workspace {@code <name>},
 * {@code tarn-throwaway-<name>--<user>} an ordinary user of it. A name is 8 to 64 of a–z, 0–9 and single hyphens inside, a user 1
 * to 32 of a–z, 0–9, dots and hyphens.
 *
 * @param name of the workspace
 * @param user e-mail address in the workspace
 */
public record ThrowawayToken(String name, String user) {
    public static final String PREFIX = "tarn-throwaway-";
    public static final String ADMIN = "admin@tarn.test";

    private static final Pattern NAME = Pattern.compile("(?=.{8,64}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern USER = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,30}[a-z0-9])?");

    public static Optional<ThrowawayToken> parse(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = token.substring(PREFIX.length());
        int separator = rest.indexOf("--");
        if (separator < 0) {
            return ofName(rest);
        }
        Matcher user = USER.matcher(rest.substring(separator + 2));
        return user.matches()
                ? ofName(rest.substring(0, separator))
                        .map(admin -> new ThrowawayToken(admin.name(), user.group() + "@tarn.test"))
                : Optional.empty();
    }

    /** The administrator of the workspace, if the name is well formed. */
    public static Optional<ThrowawayToken> ofName(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new ThrowawayToken(name, ADMIN)) : Optional.empty();
    }
}
