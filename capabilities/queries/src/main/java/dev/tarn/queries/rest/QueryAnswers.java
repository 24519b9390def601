package dev.tarn.queries.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.sql.LifecycleState;
import com.databricks.sdk.service.sql.ListQueryObjectsResponseQuery;
import com.databricks.sdk.service.sql.Query;
import com.databricks.sdk.service.sql.QueryParameter;
import com.databricks.sdk.service.sql.RunAsMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.queries.QueryContent.Settings;
import dev.tarn.queries.SavedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Saved queries in the SDK's words. */
final class QueryAnswers {
    private static final ObjectMapper MAPPER = SerDeUtils.createMapper();
    private static final TypeReference<List<QueryParameter>> PARAMETERS = new TypeReference<>() {};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private QueryAnswers() {}

    static Query query(SavedQuery saved) {
        Settings settings = saved.content().settings();
        return new Query()
                .setId(saved.id())
                .setDisplayName(saved.content().name())
                .setParentPath(saved.folder().path())
                .setQueryText(saved.content().text())
                .setDescription(absentIfEmpty(settings.description()))
                .setWarehouseId(settings.place().warehouseId().orElse(null))
                .setCatalog(settings.place().catalog().orElse(null))
                .setSchema(settings.place().schema().orElse(null))
                .setParameters(parameters(settings))
                .setTags(settings.tags().isEmpty() ? null : settings.tags())
                .setRunAsMode(RunAsMode.valueOf(settings.runAs().name()))
                .setApplyAutoLimit(settings.autoLimit())
                .setOwnerUserName(saved.people().ownerName())
                .setLastModifierUserName(saved.people().modifierName())
                .setLifecycleState(state(saved))
                .setCreateTime(time(saved.times().created()))
                .setUpdateTime(time(saved.times().updated()));
    }

    static ListQueryObjectsResponseQuery listed(SavedQuery saved) {
        Settings settings = saved.content().settings();
        return new ListQueryObjectsResponseQuery()
                .setId(saved.id())
                .setDisplayName(saved.content().name())
                .setQueryText(saved.content().text())
                .setDescription(absentIfEmpty(settings.description()))
                .setWarehouseId(settings.place().warehouseId().orElse(null))
                .setCatalog(settings.place().catalog().orElse(null))
                .setSchema(settings.place().schema().orElse(null))
                .setParameters(parameters(settings))
                .setTags(settings.tags().isEmpty() ? null : settings.tags())
                .setRunAsMode(RunAsMode.valueOf(settings.runAs().name()))
                .setApplyAutoLimit(settings.autoLimit())
                .setOwnerUserName(saved.people().ownerName())
                .setLastModifierUserName(saved.people().modifierName())
                .setLifecycleState(state(saved))
                .setCreateTime(time(saved.times().created()))
                .setUpdateTime(time(saved.times().updated()));
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Parameters as they are kept. */
    static String json(@Nullable Collection<QueryParameter> parameters) {
        try {
            return parameters == null ? "[]" : MAPPER.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable List<QueryParameter> parameters(Settings settings) {
        if (settings.parameters().equals("[]")) {
            return null;
        }
        try {
            return MAPPER.readValue(settings.parameters(), PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LifecycleState state(SavedQuery saved) {
        return saved.inTrash() ? LifecycleState.TRASHED : LifecycleState.ACTIVE;
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
