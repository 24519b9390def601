package dev.tarn.access;

import dev.tarn.core.AppException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be granted. A grant reaches everything below the object it is granted on. Names and reach follow the vendor's
 * privilege model of Unity Catalog ("Unity Catalog privileges and securable objects").
 */
public enum Privilege {
    ALL_PRIVILEGES,
    APPLY_TAG,
    BROWSE,
    CREATE_CATALOG,
    CREATE_CONNECTION,
    CREATE_EXTERNAL_LOCATION,
    CREATE_EXTERNAL_TABLE,
    CREATE_EXTERNAL_VOLUME,
    CREATE_FOREIGN_CATALOG,
    CREATE_FUNCTION,
    CREATE_MANAGED_STORAGE,
    CREATE_MATERIALIZED_VIEW,
    CREATE_MODEL,
    CREATE_PROVIDER,
    CREATE_RECIPIENT,
    CREATE_SCHEMA,
    CREATE_SHARE,
    CREATE_STORAGE_CREDENTIAL,
    CREATE_TABLE,
    CREATE_VOLUME,
    EXECUTE,
    EXTERNAL_USE_LOCATION,
    EXTERNAL_USE_SCHEMA,
    MANAGE,
    MANAGE_ALLOWLIST,
    MODIFY,
    READ_FILES,
    READ_VOLUME,
    REFRESH,
    SELECT,
    SET_SHARE_PERMISSION,
    USE_CATALOG,
    USE_CONNECTION,
    USE_PROVIDER,
    USE_RECIPIENT,
    USE_SCHEMA,
    USE_SHARE,
    WRITE_FILES,
    WRITE_VOLUME;

    private static final Set<Privilege> NOT_IN_ALL =
            EnumSet.of(ALL_PRIVILEGES, MANAGE, EXTERNAL_USE_LOCATION, EXTERNAL_USE_SCHEMA);
    private static final Set<Privilege> FUNCTION = EnumSet.of(ALL_PRIVILEGES, EXECUTE, MANAGE, APPLY_TAG);
    private static final Set<Privilege> TABLE = EnumSet.of(ALL_PRIVILEGES, SELECT, MODIFY, REFRESH, MANAGE, APPLY_TAG);
    private static final Set<Privilege> VOLUME =
            EnumSet.of(ALL_PRIVILEGES, READ_VOLUME, WRITE_VOLUME, MANAGE, APPLY_TAG);
    private static final Set<Privilege> SCHEMA = union(
            EnumSet.of(
                    USE_SCHEMA,
                    BROWSE,
                    CREATE_TABLE,
                    CREATE_VOLUME,
                    CREATE_FUNCTION,
                    CREATE_MODEL,
                    CREATE_MATERIALIZED_VIEW,
                    EXTERNAL_USE_SCHEMA),
            FUNCTION,
            TABLE,
            VOLUME);
    private static final Set<Privilege> CATALOG = union(EnumSet.of(USE_CATALOG, CREATE_SCHEMA), SCHEMA);
    private static final Set<Privilege> CREDENTIAL = EnumSet.of(
            ALL_PRIVILEGES, CREATE_EXTERNAL_LOCATION, READ_FILES, WRITE_FILES, CREATE_EXTERNAL_TABLE, MANAGE);
    private static final Set<Privilege> LOCATION = EnumSet.of(
            ALL_PRIVILEGES,
            BROWSE,
            READ_FILES,
            WRITE_FILES,
            CREATE_EXTERNAL_TABLE,
            CREATE_EXTERNAL_VOLUME,
            CREATE_MANAGED_STORAGE,
            EXTERNAL_USE_LOCATION,
            MANAGE);
    private static final Set<Privilege> METASTORE = EnumSet.of(
            CREATE_CATALOG,
            CREATE_CONNECTION,
            CREATE_EXTERNAL_LOCATION,
            CREATE_PROVIDER,
            CREATE_RECIPIENT,
            CREATE_SHARE,
            CREATE_STORAGE_CREDENTIAL,
            MANAGE_ALLOWLIST,
            SET_SHARE_PERMISSION,
            USE_CONNECTION,
            USE_PROVIDER,
            USE_RECIPIENT,
            USE_SHARE);
    private static final Set<Privilege> CONNECTION =
            EnumSet.of(ALL_PRIVILEGES, CREATE_FOREIGN_CATALOG, USE_CONNECTION, MANAGE);

    /** As in SQL and in sentences: {@code USE CATALOG}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** What {@link #ALL_PRIVILEGES} on an object of this type stands for; never the right to grant, nor to vend credentials. */
    public static Set<Privilege> expansion(SecurableType type) {
        Set<Privilege> all = EnumSet.copyOf(grantable(type));
        all.removeAll(NOT_IN_ALL);
        return all;
    }

    /** What can be granted on an object of this type, for itself or for what lies below it. */
    public static Set<Privilege> grantable(SecurableType type) {
        return switch (type) {
            case METASTORE -> METASTORE;
            case CATALOG -> CATALOG;
            case SCHEMA -> SCHEMA;
            case TABLE -> TABLE;
            case VOLUME -> VOLUME;
            case FUNCTION -> FUNCTION;
            case STORAGE_CREDENTIAL -> CREDENTIAL;
            case EXTERNAL_LOCATION -> LOCATION;
            case CONNECTION -> CONNECTION;
            case SHARE -> EnumSet.of(SELECT);
            case RECIPIENT, PROVIDER -> EnumSet.of(MANAGE);
        };
    }

    /** Reads {@code USE CATALOG}, {@code use_catalog} and the older words {@code USAGE} and {@code CREATE}'s successors. */
    public static Privilege parse(String text) {
        String name = text.trim().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return Arrays.stream(values())
                .filter(privilege -> privilege.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "'%s' is not a privilege: see the reference of privileges for their names.".formatted(text)));
    }

    @SafeVarargs
    private static Set<Privilege> union(Set<Privilege>... parts) {
        Set<Privilege> all = EnumSet.noneOf(Privilege.class);
        for (Set<Privilege> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
