package dev.tarn.contract;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.util.Map;

/** What can be wrong with a request before any room sees it. */
final class ContractErrors {
    private ContractErrors() {}

    static AppException malformed(String reason) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "MALFORMED_REQUEST",
                "The request body is not valid JSON: " + reason + ". Send one JSON object.");
    }

    static AppException wrongValue(String field, String reason) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "INVALID_PARAMETER_VALUE",
                field.isEmpty()
                        ? "The request is not valid: " + reason + "."
                        : "Field '%s' is not valid: %s.".formatted(field, reason),
                Map.of("field", field),
                null);
    }

    static AppException noAccount(String account) {
        return AppException.notFound("Account %s does not exist here."
                .formatted(account.length() > 60 ? account.substring(0, 60) + "..." : account));
    }

    static AppException notServed(String operation) {
        return new AppException(
                ErrorKind.UNIMPLEMENTED,
                "ENDPOINT_NOT_FOUND",
                "%s is an operation of the public API that this server does not serve yet.".formatted(operation));
    }
}
