package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.CreateEntityTagAssignmentRequest;
import com.databricks.sdk.service.catalog.DeleteEntityTagAssignmentRequest;
import com.databricks.sdk.service.catalog.EntityTagAssignment;
import com.databricks.sdk.service.catalog.EntityTagAssignmentsService;
import com.databricks.sdk.service.catalog.GetEntityTagAssignmentRequest;
import com.databricks.sdk.service.catalog.ListEntityTagAssignmentsRequest;
import com.databricks.sdk.service.catalog.ListEntityTagAssignmentsResponse;
import com.databricks.sdk.service.catalog.UpdateEntityTagAssignmentRequest;
import com.google.protobuf.Timestamp;
import dev.tarn.catalog.Tag;
import dev.tarn.catalog.TagTarget;
import dev.tarn.catalog.Tags;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unity Catalog's REST API for tags on catalogs, schemas, tables, columns and volumes. */
public final class EntityTagAssignmentsApi implements EntityTagAssignmentsService {
    private final Caller caller;
    private final Tags tags;

    public EntityTagAssignmentsApi(Caller caller, Tags tags) {
        this.caller = caller;
        this.tags = tags;
    }

    @Override
    public EntityTagAssignment create(CreateEntityTagAssignmentRequest request) {
        EntityTagAssignment wanted = given(request.getTagAssignment(), "tag_assignment");
        TagTarget target = target(wanted.getEntityType(), wanted.getEntityName());
        String key = given(wanted.getTagKey(), "tag_key");
        if (tags.list(caller, target).stream().anyMatch(tag -> tag.key().equals(key))) {
            throw new AppException(
                    ErrorKind.ALREADY_EXISTS,
                    "TAG_ASSIGNMENT_ALREADY_EXISTS",
                    "'%s' has a tag '%s' already: update it.".formatted(target.name(), key));
        }
        return put(target, wanted.getEntityType(), wanted.getEntityName(), key, wanted.getTagValue());
    }

    @Override
    public EntityTagAssignment get(GetEntityTagAssignmentRequest request) {
        return sdk(
                request.getEntityType(),
                request.getEntityName(),
                tags.get(caller, target(request.getEntityType(), request.getEntityName()), request.getTagKey()));
    }

    @Override
    public ListEntityTagAssignmentsResponse list(ListEntityTagAssignmentsRequest request) {
        PageRequest page = PageRequest.of(request.getMaxResults(), request.getPageToken());
        List<Tag> rest = tags.list(caller, target(request.getEntityType(), request.getEntityName())).stream()
                .filter(tag -> tag.key().compareTo(page.after()) > 0)
                .limit(page.size() + 1L)
                .toList();
        Page<Tag> answer = Page.of(rest, page, Tag::key);
        return new ListEntityTagAssignmentsResponse()
                .setTagAssignments(answer.items().stream()
                        .map(tag -> sdk(request.getEntityType(), request.getEntityName(), tag))
                        .toList())
                .setNextPageToken(Answers.next(answer));
    }

    @Override
    public EntityTagAssignment update(UpdateEntityTagAssignmentRequest request) {
        TagTarget target = target(request.getEntityType(), request.getEntityName());
        tags.get(caller, target, request.getTagKey());
        String value = given(request.getTagAssignment(), "tag_assignment").getTagValue();
        return put(target, request.getEntityType(), request.getEntityName(), request.getTagKey(), value);
    }

    @Override
    public void delete(DeleteEntityTagAssignmentRequest request) {
        tags.unset(
                caller,
                target(request.getEntityType(), request.getEntityName()),
                List.of(given(request.getTagKey(), "tag_key")),
                true);
    }

    private EntityTagAssignment put(TagTarget target, String type, String name, String key, @Nullable String value) {
        tags.set(caller, target, Map.of(key, Optional.ofNullable(value).orElse("")));
        return sdk(type, name, tags.get(caller, target, key));
    }

    private static TagTarget target(@Nullable String type, @Nullable String name) {
        return TagTarget.parse(given(type, "entity_type"), given(name, "entity_name"));
    }

    private static <T> T given(@Nullable T value, String field) {
        return Optional.ofNullable(value).orElseThrow(() -> AppException.invalid("'%s' is missing.".formatted(field)));
    }

    private static EntityTagAssignment sdk(String type, String name, Tag tag) {
        return new EntityTagAssignment()
                .setEntityType(type)
                .setEntityName(name)
                .setTagKey(tag.key())
                .setTagValue(tag.value())
                .setUpdateTime(Timestamp.newBuilder()
                        .setSeconds(tag.updatedAt().getEpochSecond())
                        .setNanos(tag.updatedAt().getNano())
                        .build())
                .setUpdatedBy(tag.updatedBy());
    }
}
