package dev.tarn.contract;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The SDK's classes as JSON, for shapes that many of its classes share under different names. */
public final class WireJson {
    private static final ObjectMapper MAPPER = SerDeUtils.createMapper();

    private WireJson() {}

    /** An SDK object's JSON; what travels in the path or query is not in it. */
    public static JsonNode tree(Object model) {
        return MAPPER.valueToTree(model);
    }

    /**
     * The SDK object of some JSON.
     *
     * @throws IllegalStateException if it is none of that type
     */
    public static <T> T model(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
