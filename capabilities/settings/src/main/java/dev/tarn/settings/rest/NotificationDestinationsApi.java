package dev.tarn.settings.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.settings.Config;
import com.databricks.sdk.service.settings.CreateNotificationDestinationRequest;
import com.databricks.sdk.service.settings.DeleteNotificationDestinationRequest;
import com.databricks.sdk.service.settings.DestinationType;
import com.databricks.sdk.service.settings.GenericWebhookConfig;
import com.databricks.sdk.service.settings.GetNotificationDestinationRequest;
import com.databricks.sdk.service.settings.ListNotificationDestinationsRequest;
import com.databricks.sdk.service.settings.ListNotificationDestinationsResponse;
import com.databricks.sdk.service.settings.ListNotificationDestinationsResult;
import com.databricks.sdk.service.settings.MicrosoftTeamsConfig;
import com.databricks.sdk.service.settings.NotificationDestination;
import com.databricks.sdk.service.settings.NotificationDestinationsService;
import com.databricks.sdk.service.settings.PagerdutyConfig;
import com.databricks.sdk.service.settings.SlackConfig;
import com.databricks.sdk.service.settings.UpdateNotificationDestinationRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.settings.Definition;
import dev.tarn.settings.Definition.Kind;
import dev.tarn.settings.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Notification Destinations API. Addresses of e-mail are shown; of everything else only whether it is set, as at the vendor's. */
public final class NotificationDestinationsApi implements NotificationDestinationsService {
    private final ObjectMapper mapper = SerDeUtils.createMapper();
    private final Caller caller;
    private final Definitions definitions;

    NotificationDestinationsApi(Caller caller, Definitions definitions) {
        this.caller = caller;
        this.definitions = definitions;
    }

    @Override
    public NotificationDestination create(CreateNotificationDestinationRequest request) {
        Config config = request.getConfig();
        type(config);
        return shown(definitions.create(
                caller,
                Kind.NOTIFICATION_DESTINATION,
                Answers.text(request.getDisplayName(), "display_name"),
                write(config)));
    }

    @Override
    public void delete(DeleteNotificationDestinationRequest request) {
        definitions.delete(caller, Kind.NOTIFICATION_DESTINATION, Answers.text(request.getId(), "id"));
    }

    @Override
    public NotificationDestination get(GetNotificationDestinationRequest request) {
        return shown(definitions.get(caller, Kind.NOTIFICATION_DESTINATION, Answers.text(request.getId(), "id")));
    }

    @Override
    public ListNotificationDestinationsResponse list(ListNotificationDestinationsRequest request) {
        return new ListNotificationDestinationsResponse()
                .setResults(definitions.list(caller, Kind.NOTIFICATION_DESTINATION).stream()
                        .map(definition -> new ListNotificationDestinationsResult()
                                .setId(definition.id())
                                .setDisplayName(definition.name())
                                .setDestinationType(type(read(definition.body()))))
                        .toList());
    }

    @Override
    public NotificationDestination update(UpdateNotificationDestinationRequest request) {
        Config config = request.getConfig();
        String name = request.getDisplayName();
        return shown(definitions.change(
                caller,
                Kind.NOTIFICATION_DESTINATION,
                Answers.text(request.getId(), "id"),
                name == null ? "" : name,
                old -> {
                    if (config == null) {
                        return old;
                    }
                    if (type(config) != type(read(old))) {
                        throw AppException.invalid("The type of a notification destination cannot be changed.");
                    }
                    return write(config);
                }));
    }

    private NotificationDestination shown(Definition definition) {
        Config config = read(definition.body());
        return new NotificationDestination()
                .setId(definition.id())
                .setDisplayName(definition.name())
                .setDestinationType(type(config))
                .setConfig(withoutSecrets(config));
    }

    private static Config withoutSecrets(Config config) {
        Config shown = new Config().setEmail(config.getEmail());
        SlackConfig slack = config.getSlack();
        if (slack != null) {
            shown.setSlack(new SlackConfig().setUrlSet(slack.getUrl() != null));
        }
        GenericWebhookConfig webhook = config.getGenericWebhook();
        if (webhook != null) {
            shown.setGenericWebhook(new GenericWebhookConfig()
                    .setUrlSet(webhook.getUrl() != null)
                    .setUsernameSet(webhook.getUsername() != null)
                    .setPasswordSet(webhook.getPassword() != null));
        }
        MicrosoftTeamsConfig teams = config.getMicrosoftTeams();
        if (teams != null) {
            shown.setMicrosoftTeams(new MicrosoftTeamsConfig().setUrlSet(teams.getUrl() != null));
        }
        PagerdutyConfig pagerduty = config.getPagerduty();
        if (pagerduty != null) {
            shown.setPagerduty(new PagerdutyConfig().setIntegrationKeySet(pagerduty.getIntegrationKey() != null));
        }
        return shown;
    }

    private static DestinationType type(@Nullable Config config) {
        List<DestinationType> types = new ArrayList<>();
        if (config != null) {
            add(types, config.getEmail(), DestinationType.EMAIL);
            add(types, config.getSlack(), DestinationType.SLACK);
            add(types, config.getGenericWebhook(), DestinationType.WEBHOOK);
            add(types, config.getMicrosoftTeams(), DestinationType.MICROSOFT_TEAMS);
            add(types, config.getPagerduty(), DestinationType.PAGERDUTY);
        }
        if (types.size() != 1) {
            throw AppException.invalid(
                    "'config' names exactly one of email, slack, generic_webhook, microsoft_teams and pagerduty.");
        }
        return types.get(0);
    }

    private static void add(List<DestinationType> types, @Nullable Object config, DestinationType type) {
        if (config != null) {
            types.add(type);
        }
    }

    private Config read(String json) {
        try {
            return mapper.readValue(json, Config.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(@Nullable Config config) {
        try {
            return mapper.writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
