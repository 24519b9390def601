package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.CreateWarehouseRequest;
import com.databricks.sdk.service.sql.EditWarehouseRequest;
import com.databricks.sdk.service.sql.EndpointTagPair;
import com.databricks.sdk.service.sql.EndpointTags;
import dev.tarn.core.AppException;
import dev.tarn.sql.WarehouseSettings;
import dev.tarn.sql.WarehouseSettings.Channel;
import dev.tarn.sql.WarehouseSettings.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a warehouse's settings from requests; what a request leaves out stays as it was. */
final class WarehouseRequests {
    private WarehouseRequests() {}

    /** Settings of a new warehouse, with the vendor's defaults. */
    static WarehouseSettings settings(CreateWarehouseRequest request) {
        // an EditWarehouseRequest holds the same settings
        EditWarehouseRequest same = new EditWarehouseRequest()
                .setClusterSize(request.getClusterSize())
                .setMinNumClusters(request.getMinNumClusters())
                .setMaxNumClusters(request.getMaxNumClusters())
                .setAutoStopMins(request.getAutoStopMins())
                .setEnablePhoton(request.getEnablePhoton())
                .setEnableServerlessCompute(request.getEnableServerlessCompute())
                .setSpotInstancePolicy(request.getSpotInstancePolicy())
                .setChannel(request.getChannel())
                .setInstanceProfileArn(request.getInstanceProfileArn())
                .setTags(request.getTags());
        String type = request.getWarehouseType() == null
                ? WarehouseSettings.DEFAULT.type()
                : request.getWarehouseType().name();
        return merged(WarehouseSettings.DEFAULT, same, type);
    }

    static WarehouseSettings edited(WarehouseSettings old, EditWarehouseRequest request) {
        String type = request.getWarehouseType() == null
                ? old.type()
                : request.getWarehouseType().name();
        return merged(old, request, type);
    }

    private static WarehouseSettings merged(WarehouseSettings old, EditWarehouseRequest request, String type) {
        return new WarehouseSettings(
                or(request.getClusterSize(), old.clusterSize()),
                or(request.getMinNumClusters(), old.minClusters()),
                or(request.getMaxNumClusters(), old.maxClusters()),
                or(request.getAutoStopMins(), old.autoStopMinutes()),
                type,
                or(request.getEnablePhoton(), old.photon()),
                Optional.ofNullable(request.getEnableServerlessCompute()).or(old::serverless),
                Optional.ofNullable(request.getSpotInstancePolicy())
                        .map(Enum::name)
                        .or(old::spotPolicy),
                channel(request.getChannel()).or(old::channel),
                Optional.ofNullable(request.getInstanceProfileArn()).or(old::instanceProfile),
                tags(request.getTags(), old.tags()));
    }

    private static Optional<Channel> channel(com.databricks.sdk.service.sql.@Nullable Channel channel) {
        if (channel == null || (channel.getName() == null && channel.getDbsqlVersion() == null)) {
            return Optional.empty();
        }
        return Optional.of(new Channel(
                Optional.ofNullable(channel.getName()).map(Enum::name),
                Optional.ofNullable(channel.getDbsqlVersion())));
    }

    private static List<Tag> tags(@Nullable EndpointTags tags, List<Tag> old) {
        if (tags == null) {
            return old;
        }
        return tags.getCustomTags() == null
                ? List.of()
                : tags.getCustomTags().stream().map(WarehouseRequests::tag).toList();
    }

    private static Tag tag(@Nullable EndpointTagPair pair) {
        if (pair == null || pair.getKey() == null) {
            throw AppException.invalid("A tag in 'tags.custom_tags' has no key.");
        }
        return new Tag(pair.getKey(), pair.getValue() == null ? "" : pair.getValue());
    }

    private static <T> T or(@Nullable T sent, T otherwise) {
        return sent == null ? otherwise : sent;
    }
}
