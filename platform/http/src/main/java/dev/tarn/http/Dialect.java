package dev.tarn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;

/**
 * How a protocol writes its errors. Shapes: the vendor's JSON (databricks-sdk-go {@code apierr/errors.go}), SCIM (RFC 7644 §3.12),
 * OAuth (RFC 6749 §5.2), Iceberg's REST specification.
 */
public enum Dialect {
    DATABRICKS("application/json") {
        @Override
        void write(ObjectNode body, AppException error, String requestId) {
            body.put("error_code", error.code()).put("message", error.message());
            ArrayNode details = body.putArray("details");
            ObjectNode info = details.addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", error.code())
                    .put("domain", "tarn");
            error.details().forEach(info.putObject("metadata")::put);
            details.addObject()
                    .put("@type", "type.googleapis.com/google.rpc.RequestInfo")
                    .put("request_id", requestId);
        }
    },
    SCIM("application/scim+json") {
        @Override
        void write(ObjectNode body, AppException error, String requestId) {
            body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
            body.put("status", String.valueOf(error.kind().httpStatus())).put("detail", error.message());
            // No "uniqueness" for a name that is taken, as the vendor: the SDKs put it before the message, which
            // Terraform compares.
            if (error.kind() == ErrorKind.INVALID_ARGUMENT) {
                body.put("scimType", error.details().getOrDefault("scimType", "invalidValue"));
            }
        }
    },
    OAUTH("application/json") {
        @Override
        void write(ObjectNode body, AppException error, String requestId) {
            body.put("error", error.code()).put("error_description", error.message());
        }
    },
    ICEBERG("application/json") {
        @Override
        void write(ObjectNode body, AppException error, String requestId) {
            body.putObject("error")
                    .put("message", error.message())
                    .put("type", error.code())
                    .put("code", error.kind().httpStatus());
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String contentType;

    Dialect(String contentType) {
        this.contentType = contentType;
    }

    abstract void write(ObjectNode body, AppException error, String requestId);

    /** The answer that tells a client of an error. */
    public Response render(AppException error, String requestId) {
        ObjectNode body = MAPPER.createObjectNode();
        write(body, error, requestId);
        try {
            Response response = Response.of(error.kind().httpStatus(), contentType, MAPPER.writeValueAsBytes(body));
            return error.details().containsKey("retryAfterSeconds")
                    ? response.withHeader("Retry-After", error.details().get("retryAfterSeconds"))
                    : response;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
