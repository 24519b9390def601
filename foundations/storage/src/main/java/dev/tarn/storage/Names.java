package dev.tarn.storage;

import dev.tarn.core.AppException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of credentials and locations: 1 to 255 characters, case-insensitive, kept in lower case. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[^./\\s\\p{Cntrl}]{1,255}");

    private Names() {}

    static String check(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw AppException.invalid("A name is needed: send 'name'.");
        }
        if (!FORM.matcher(name).matches()) {
            throw StorageErrors.badName(name);
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
