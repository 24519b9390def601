package dev.tarn.identity.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.identity.PrincipalFilter.Operator;
import java.util.Map;

/** A SCIM filter as it is written (RFC 7644 §3.4.2.2), before it is known what its attributes mean. */
sealed interface ScimExpression {
    /** @param attribute as written, such as {@code emails.value} */
    record Comparison(String attribute, Operator operator, String value) implements ScimExpression {}

    record And(ScimExpression left, ScimExpression right) implements ScimExpression {}

    record Or(ScimExpression left, ScimExpression right) implements ScimExpression {}

    record Not(ScimExpression negated) implements ScimExpression {}

    static ScimExpression parse(String text) {
        return new ScimParser(text).parse();
    }

    /** 400 in SCIM's words. @param scimType such as {@code invalidFilter} or {@code invalidPath} */
    static AppException invalid(String scimType, String message) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT, "INVALID_PARAMETER_VALUE", message, Map.of("scimType", scimType), null);
    }
}
