package dev.tarn.contract;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Locale;

/** Reads enum values as people write them: Unity Catalog's own clients send {@code USE CATALOG} for {@code USE_CATALOG}. */
final class SpacedEnums extends DeserializationProblemHandler {
    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String failure)
            throws IOException {
        if (type.isEnum()) {
            String name =
                    value.trim().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        return NOT_HANDLED;
    }
}
