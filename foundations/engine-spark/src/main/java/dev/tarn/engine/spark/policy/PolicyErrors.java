package dev.tarn.engine.spark.policy;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.engine.catalog.RelationName;
import java.util.Map;

/** The refusals of the policy: what was refused, why, and what to do instead. */
final class PolicyErrors {
    private PolicyErrors() {}

    /** @param reason begins with what was refused: {@code TRANSFORM runs programs on the server} */
    static AppException closed(String reason) {
        return AppException.denied(reason + ".");
    }

    static AppException unknown(String kind, String name) {
        return AppException.denied(
                "%s is not allowed: this %s is not on the server's list of what SQL may do.".formatted(name, kind));
    }

    static AppException setting(String key, boolean write) {
        return AppException.denied("The setting %s cannot be %s here: it is not on the list of session settings."
                .formatted(key, write ? "changed" : "read"));
    }

    static AppException format(String format) {
        return AppException.denied(
                "The data source '%s' is not allowed: tables and files are delta, parquet, csv, json, orc, text, xml or binaryFile."
                        .formatted(format));
    }

    static AppException option(String key) {
        return AppException.denied(
                "The option '%s' is not allowed: it is not on the list of options of data sources.".formatted(key));
    }

    static AppException badPath(String path, String why) {
        return AppException.invalid("The path '%s' is not usable: %s.".formatted(path, why));
    }

    static AppException noSuchRelation(RelationName name) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "TABLE_OR_VIEW_NOT_FOUND",
                "The table or view %s cannot be found, or you may not see it: check the name, or ask its owner for the privilege."
                        .formatted(name),
                Map.of("sqlState", "42P01"),
                null);
    }

    static AppException noSuchCatalog(String catalog) {
        return new AppException(
                ErrorKind.NOT_FOUND,
                "CATALOG_NOT_FOUND",
                "The catalog %s cannot be found, or you may not see it: check the name, or ask its owner for USE CATALOG."
                        .formatted(catalog),
                Map.of("sqlState", "42P08"),
                null);
    }
}
