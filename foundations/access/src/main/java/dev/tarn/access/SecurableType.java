package dev.tarn.access;

import dev.tarn.core.AppException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of objects that privileges hang on, by the names of the vendor's {@code SecurableType}. */
public enum SecurableType {
    METASTORE(Optional.empty()),
    CATALOG(Optional.of(Privilege.USE_CATALOG)),
    SCHEMA(Optional.of(Privilege.USE_SCHEMA)),
    TABLE(Optional.empty()),
    VOLUME(Optional.empty()),
    FUNCTION(Optional.empty()),
    STORAGE_CREDENTIAL(Optional.empty()),
    EXTERNAL_LOCATION(Optional.empty()),
    CONNECTION(Optional.empty()),
    SHARE(Optional.empty()),
    RECIPIENT(Optional.empty()),
    PROVIDER(Optional.empty());

    private final Optional<Privilege> gate;

    SecurableType(Optional<Privilege> gate) {
        this.gate = gate;
    }

    /** The privilege without which nothing inside such a container can be reached. */
    public Optional<Privilege> gate() {
        return gate;
    }

    /** As in sentences and SQL: {@code EXTERNAL LOCATION}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** Reads {@code catalog}, {@code EXTERNAL_LOCATION} or {@code external-location}; a view is a table. */
    public static SecurableType parse(String text) {
        String name = text.trim().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (name.equals("VIEW") || name.equals("MATERIALIZED_VIEW") || name.equals("STREAMING_TABLE")) {
            return TABLE;
        }
        if (name.equals("DATABASE")) {
            return SCHEMA;
        }
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("'%s' is not a securable type: use one of %s."
                        .formatted(
                                text,
                                Arrays.stream(values())
                                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }
}
