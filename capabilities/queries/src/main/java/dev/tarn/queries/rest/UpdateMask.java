package dev.tarn.queries.rest;

import dev.tarn.core.AppException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which fields an update touches: those that {@code update_mask} names, or, with {@code *}, those that the request has. */
final class UpdateMask {
    private final boolean all;
    private final Set<String> fields;

    private UpdateMask(boolean all, Set<String> fields) {
        this.all = all;
        this.fields = fields;
    }

    /** Reads a mask; what it names must be a field that can be changed. */
    static UpdateMask parse(@Nullable String mask, Set<String> known) {
        if (mask == null || mask.isBlank()) {
            throw AppException.invalid("'update_mask' is missing: name the fields to change, of "
                    + String.join(", ", new TreeSet<>(known)) + ", or send *.");
        }
        Set<String> fields = Arrays.stream(mask.split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toSet());
        boolean all = fields.remove("*");
        for (String field : fields) {
            if (!known.contains(field)) {
                throw AppException.invalid("'update_mask' names '%s', which is none of %s."
                        .formatted(
                                field.length() > 60 ? field.substring(0, 60) + "..." : field,
                                String.join(", ", new TreeSet<>(known))));
            }
        }
        return new UpdateMask(all, fields);
    }

    /** What the field is to be: the new value if the mask names it, or if there is one and the mask is {@code *}. */
    <T> @Nullable T pick(String field, @Nullable T wanted, Supplier<? extends @Nullable T> old) {
        return fields.contains(field) || (all && wanted != null) ? wanted : old.get();
    }
}
