package dev.tarn.catalog;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;

/** Every error of this room, in the vendor's codes. */
public final class CatalogErrors {
    private CatalogErrors() {}

    static AppException invalidName(String what, String name) {
        return AppException.invalid(
                "'%s' is not a valid %s name: use 1 to 255 characters, none of them '.', '/', a space or a control character."
                        .formatted(name.length() > 300 ? name.substring(0, 300) + "..." : name, what));
    }

    static AppException invalidFullName(String what, int parts, String name) {
        return AppException.invalid(
                "'%s' is not the full name of a %s: it has %d parts, separated by dots.".formatted(name, what, parts));
    }

    static AppException searchText() {
        return AppException.invalid("The text to search for, 'q', must have 2 to 200 characters.");
    }

    public static AppException metastoreNotFound() {
        return notFound("METASTORE_DOES_NOT_EXIST", "No metastore is assigned to this workspace.");
    }

    public static AppException catalogNotFound(String name) {
        return notFound("CATALOG_DOES_NOT_EXIST", "Catalog '%s' does not exist.".formatted(name));
    }

    public static AppException schemaNotFound(SchemaName name) {
        return notFound("SCHEMA_DOES_NOT_EXIST", "Schema '%s' does not exist.".formatted(name));
    }

    public static AppException tableNotFound(Object name) {
        return notFound("TABLE_DOES_NOT_EXIST", "Table '%s' does not exist.".formatted(name));
    }

    public static AppException volumeNotFound(Object name) {
        return notFound("VOLUME_DOES_NOT_EXIST", "Volume '%s' does not exist.".formatted(name));
    }

    public static AppException functionNotFound(Object name) {
        return notFound("ROUTINE_DOES_NOT_EXIST", "Routine or model '%s' does not exist.".formatted(name));
    }

    public static AppException notASecurable(String type, String name) {
        return notFound("RESOURCE_DOES_NOT_EXIST", "%s '%s' does not exist.".formatted(type, name));
    }

    static AppException catalogExists(String name) {
        return exists("CATALOG_ALREADY_EXISTS", "Catalog '%s' already exists.".formatted(name));
    }

    static AppException schemaExists(SchemaName name) {
        return exists("SCHEMA_ALREADY_EXISTS", "Schema '%s' already exists.".formatted(name));
    }

    static AppException tableExists(ObjectName name) {
        return exists(
                "TABLE_ALREADY_EXISTS",
                "Table '%s' already exists. Choose another name, or replace it.".formatted(name));
    }

    static AppException volumeExists(ObjectName name) {
        return exists("VOLUME_ALREADY_EXISTS", "Volume '%s' already exists.".formatted(name));
    }

    static AppException functionExists(ObjectName name) {
        return exists("ROUTINE_ALREADY_EXISTS", "Routine '%s' already exists.".formatted(name));
    }

    static AppException notEmpty(String what, String name) {
        return AppException.invalidState(
                "%s '%s' is not empty. Drop what is in it first, or delete it with force (CASCADE)."
                        .formatted(what, name));
    }

    static AppException reserved(String what, String name) {
        return AppException.denied("%s '%s' belongs to the system and cannot be changed.".formatted(what, name));
    }

    static AppException onlyDeltaIsManaged(String format) {
        return AppException.invalid(
                "A managed table is stored as Delta, not as '%s'. Give a LOCATION for an external table."
                        .formatted(format));
    }

    static AppException unknownFormat(String format) {
        return AppException.invalid(
                "'%s' is not a table format of this lakehouse: use delta, parquet, csv, json, orc or text."
                        .formatted(format));
    }

    /** Says nothing of what is there: the caller may not be allowed to know. */
    public static AppException placeTaken(String location) {
        return AppException.invalid(
                "LOCATION_OVERLAP: '%s' overlaps the place of a table, a volume or managed storage. Choose another place."
                        .formatted(location));
    }

    static AppException badVolumePath(String path) {
        return AppException.invalid(
                "'%s' is not a path in a volume: write /Volumes/catalog/schema/volume/..., without '.' or '..', spaces, '%%', '?' or '#'."
                        .formatted(path.length() > 500 ? path.substring(0, 500) + "..." : path));
    }

    /** For paths into managed storage, whoever asks. */
    public static AppException managedPlace(String place) {
        return AppException.denied(
                "'%s' lies in managed storage. Use the name of the table or volume instead of a path."
                        .formatted(place));
    }

    static AppException constraintExists(String name, ObjectName table) {
        return exists("CONSTRAINT_ALREADY_EXISTS", "Table '%s' has a constraint '%s' already.".formatted(table, name));
    }

    static AppException constraintNotFound(String name, ObjectName table) {
        return notFound("CONSTRAINT_DOES_NOT_EXIST", "Table '%s' has no constraint '%s'.".formatted(table, name));
    }

    static AppException secondPrimaryKey(ObjectName table) {
        return AppException.invalid(
                "Table '%s' has a primary key already. Delete it first to make another.".formatted(table));
    }

    static AppException noPrimaryKey(ObjectName parent) {
        return AppException.invalid(
                "A foreign key names the columns of the primary key of '%s', in order, and as many of its own."
                        .formatted(parent));
    }

    static AppException keyInUse(String name, ObjectName table) {
        return AppException.invalidState(
                "Foreign keys point to '%s' of '%s'. Delete them first, or send cascade.".formatted(name, table));
    }

    static AppException tagNotFound(String key, String object) {
        return notFound("TAG_ASSIGNMENT_DOES_NOT_EXIST", "'%s' has no tag '%s'.".formatted(object, key));
    }

    static AppException columnNotFound(String column, String table) {
        return notFound("COLUMN_DOES_NOT_EXIST", "Table '%s' has no column '%s'.".formatted(table, column));
    }

    static AppException nothingToUndrop(String name) {
        return notFound(
                "TABLE_DOES_NOT_EXIST",
                "There is no dropped table '%s' that could be brought back: tables are kept for 7 days."
                        .formatted(name));
    }

    private static AppException notFound(String code, String message) {
        return new AppException(ErrorKind.NOT_FOUND, code, message);
    }

    private static AppException exists(String code, String message) {
        return new AppException(ErrorKind.ALREADY_EXISTS, code, message);
    }
}
