package dev.tarn.catalog;

import dev.tarn.core.AppException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of names: 1 to 255 characters, case-insensitive, kept in lower case, as the vendor does. */
final class Names {
    private static final Pattern PART = Pattern.compile("[^./\\s\\p{Cntrl}]{1,255}");

    private Names() {}

    static String check(String what, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw AppException.invalid("A %s needs a name.".formatted(what));
        }
        if (!PART.matcher(name).matches()) {
            throw CatalogErrors.invalidName(what, name);
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** Splits {@code a.b.`c.d`} at its dots; a part in backticks keeps them. */
    static List<String> split(String what, int parts, @Nullable String fullName) {
        String text = fullName == null ? "" : fullName;
        List<String> found = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                found.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        found.add(part.toString());
        if (found.size() != parts) {
            throw CatalogErrors.invalidFullName(
                    what, parts, text.length() > 800 ? text.substring(0, 800) + "..." : text);
        }
        return found;
    }
}
