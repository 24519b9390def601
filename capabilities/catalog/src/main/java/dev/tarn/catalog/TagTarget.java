package dev.tarn.catalog;

import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a tag hangs on.
 *
 * @param column of the table, if it hangs on one
 */
public record TagTarget(SecurableType type, String name, Optional<String> column) {
    private static final Set<SecurableType> TAGGED =
            Set.of(SecurableType.CATALOG, SecurableType.SCHEMA, SecurableType.TABLE, SecurableType.VOLUME);

    public TagTarget {
        if (!TAGGED.contains(type)) {
            throw AppException.invalid(
                    "A %s has no tags: catalogs, schemas, tables, columns and volumes have.".formatted(type.words()));
        }
        column = column.map(name1 -> name1.toLowerCase(Locale.ROOT));
    }

    public static TagTarget of(SecurableType type, String name) {
        return new TagTarget(type, name, Optional.empty());
    }

    /** Reads an entity type of the public API ({@code catalogs}, {@code tables}, {@code columns} ...) and the full name that goes with it. */
    public static TagTarget parse(String entityType, String name) {
        return switch (entityType.toLowerCase(Locale.ROOT)) {
            case "catalogs" -> of(SecurableType.CATALOG, name);
            case "schemas" -> of(SecurableType.SCHEMA, name);
            case "tables" -> of(SecurableType.TABLE, name);
            case "volumes" -> of(SecurableType.VOLUME, name);
            case "columns" -> {
                int dot = name.lastIndexOf('.');
                if (dot <= 0 || dot == name.length() - 1) {
                    throw CatalogErrors.invalidFullName("column", 4, name);
                }
                yield new TagTarget(SecurableType.TABLE, name.substring(0, dot), Optional.of(name.substring(dot + 1)));
            }
            default ->
                throw AppException.invalid(
                        "'%s' is not an entity type: use catalogs, schemas, tables, columns or volumes."
                                .formatted(entityType));
        };
    }
}
