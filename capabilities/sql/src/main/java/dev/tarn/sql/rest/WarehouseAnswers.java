package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.Channel;
import com.databricks.sdk.service.sql.ChannelName;
import com.databricks.sdk.service.sql.EndpointHealth;
import com.databricks.sdk.service.sql.EndpointInfo;
import com.databricks.sdk.service.sql.EndpointInfoWarehouseType;
import com.databricks.sdk.service.sql.EndpointTagPair;
import com.databricks.sdk.service.sql.EndpointTags;
import com.databricks.sdk.service.sql.GetWarehouseResponse;
import com.databricks.sdk.service.sql.GetWarehouseResponseWarehouseType;
import com.databricks.sdk.service.sql.OdbcParams;
import com.databricks.sdk.service.sql.SpotInstancePolicy;
import com.databricks.sdk.service.sql.State;
import com.databricks.sdk.service.sql.Status;
import dev.tarn.sql.Warehouse;
import dev.tarn.sql.WarehouseSettings;
import java.net.URI;

/** Writes warehouses in the API's words: what was sent is given back, and what the server knows is added. */
final class WarehouseAnswers {
    private final URI origin;

    /** @param origin how the client addressed this server, for connection strings */
    WarehouseAnswers(String origin) {
        this.origin = address(origin);
    }

    GetWarehouseResponse get(Warehouse warehouse) {
        EndpointInfo info = info(warehouse);
        return new GetWarehouseResponse()
                .setId(info.getId())
                .setName(info.getName())
                .setClusterSize(info.getClusterSize())
                .setMinNumClusters(info.getMinNumClusters())
                .setMaxNumClusters(info.getMaxNumClusters())
                .setAutoStopMins(info.getAutoStopMins())
                .setWarehouseType(GetWarehouseResponseWarehouseType.valueOf(
                        warehouse.settings().type()))
                .setEnablePhoton(info.getEnablePhoton())
                .setEnableServerlessCompute(info.getEnableServerlessCompute())
                .setSpotInstancePolicy(info.getSpotInstancePolicy())
                .setChannel(info.getChannel())
                .setInstanceProfileArn(info.getInstanceProfileArn())
                .setTags(info.getTags())
                .setState(info.getState())
                .setNumClusters(info.getNumClusters())
                .setNumActiveSessions(info.getNumActiveSessions())
                .setCreatorName(info.getCreatorName())
                .setHealth(info.getHealth())
                .setJdbcUrl(info.getJdbcUrl())
                .setOdbcParams(info.getOdbcParams());
    }

    EndpointInfo info(Warehouse warehouse) {
        WarehouseSettings settings = warehouse.settings();
        EndpointInfo info = new EndpointInfo()
                .setId(warehouse.id())
                .setName(warehouse.name())
                .setClusterSize(settings.clusterSize())
                .setMinNumClusters(settings.minClusters())
                .setMaxNumClusters(settings.maxClusters())
                .setAutoStopMins(settings.autoStopMinutes())
                .setWarehouseType(EndpointInfoWarehouseType.valueOf(settings.type()))
                .setEnablePhoton(settings.photon())
                .setEnableServerlessCompute(settings.serverless().orElse(false))
                .setSpotInstancePolicy(SpotInstancePolicy.valueOf(
                        settings.spotPolicy().orElse(SpotInstancePolicy.COST_OPTIMIZED.name())))
                .setChannel(channel(settings))
                .setTags(tags(settings))
                .setState(State.valueOf(warehouse.activity().state().name()))
                .setNumClusters(warehouse.activity().clusters())
                .setNumActiveSessions(warehouse.activity().sessions())
                .setCreatorName(warehouse.creator().name())
                .setHealth(new EndpointHealth().setStatus(Status.HEALTHY));
        settings.instanceProfile().ifPresent(info::setInstanceProfileArn);
        return connection(info, warehouse);
    }

    private EndpointInfo connection(EndpointInfo info, Warehouse warehouse) {
        boolean tls = "https".equals(origin.getScheme());
        int port = origin.getPort() > 0 ? origin.getPort() : tls ? 443 : 80;
        return info.setOdbcParams(new OdbcParams()
                        .setHostname(origin.getHost())
                        .setPort((long) port)
                        .setPath(warehouse.httpPath())
                        .setProtocol(tls ? "https" : "http"))
                .setJdbcUrl("jdbc:databricks://%s:%d/default;transportMode=http;ssl=%d;AuthMech=3;httpPath=%s;"
                        .formatted(origin.getHost(), port, tls ? 1 : 0, warehouse.httpPath()));
    }

    private static Channel channel(WarehouseSettings settings) {
        Channel channel = new Channel();
        settings.channel().ifPresent(sent -> {
            sent.name().ifPresent(name -> channel.setName(ChannelName.valueOf(name)));
            sent.version().ifPresent(channel::setDbsqlVersion);
        });
        return settings.channel().isPresent() ? channel : channel.setName(ChannelName.CHANNEL_NAME_CURRENT);
    }

    private static EndpointTags tags(WarehouseSettings settings) {
        EndpointTags tags = new EndpointTags();
        if (settings.tags().isEmpty()) {
            return tags;
        }
        return tags.setCustomTags(settings.tags().stream()
                .map(tag -> new EndpointTagPair().setKey(tag.key()).setValue(tag.value()))
                .toList());
    }

    private static URI address(String origin) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() == null ? URI.create("http://localhost") : uri;
        } catch (IllegalArgumentException e) {
            return URI.create("http://localhost");
        }
    }
}
