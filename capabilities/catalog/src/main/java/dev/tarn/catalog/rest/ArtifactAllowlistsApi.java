package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.ArtifactAllowlistInfo;
import com.databricks.sdk.service.catalog.ArtifactAllowlistsService;
import com.databricks.sdk.service.catalog.ArtifactMatcher;
import com.databricks.sdk.service.catalog.GetArtifactAllowlistRequest;
import com.databricks.sdk.service.catalog.MatchType;
import com.databricks.sdk.service.catalog.SetArtifactAllowlist;
import dev.tarn.catalog.ArtifactAllowlists;
import dev.tarn.catalog.ArtifactAllowlists.Allowlist;
import dev.tarn.catalog.ArtifactAllowlists.Kind;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Unity Catalog's REST API for what shared compute may load. */
public final class ArtifactAllowlistsApi implements ArtifactAllowlistsService {
    private static final int LONGEST_PREFIX = 2000;

    private final Caller caller;
    private final ArtifactAllowlists allowlists;

    public ArtifactAllowlistsApi(Caller caller, ArtifactAllowlists allowlists) {
        this.caller = caller;
        this.allowlists = allowlists;
    }

    @Override
    public ArtifactAllowlistInfo get(GetArtifactAllowlistRequest request) {
        return info(
                allowlists.get(caller, Kind.valueOf(request.getArtifactType().name())));
    }

    @Override
    public ArtifactAllowlistInfo update(SetArtifactAllowlist request) {
        Collection<ArtifactMatcher> matchers =
                Optional.ofNullable(request.getArtifactMatchers()).orElse(List.of());
        return info(allowlists.set(
                caller,
                Kind.valueOf(request.getArtifactType().name()),
                matchers.stream().map(ArtifactAllowlistsApi::prefix).toList()));
    }

    private static String prefix(ArtifactMatcher matcher) {
        return Optional.ofNullable(matcher.getArtifact())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_PREFIX)
                .filter(text -> matcher.getMatchType() == MatchType.PREFIX_MATCH)
                .orElseThrow(() -> AppException.invalid(
                        "A matcher needs an 'artifact' of 1 to 2000 characters and 'match_type' PREFIX_MATCH."));
    }

    private ArtifactAllowlistInfo info(Allowlist list) {
        return new ArtifactAllowlistInfo()
                .setArtifactMatchers(list.prefixes().stream()
                        .map(text -> new ArtifactMatcher().setArtifact(text).setMatchType(MatchType.PREFIX_MATCH))
                        .toList())
                .setCreatedAt(list.createdAt().toEpochMilli())
                .setCreatedBy(list.createdBy())
                .setMetastoreId(caller.metastore());
    }
}
