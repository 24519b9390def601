package dev.tarn.identity.rest;

import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenResponse;
import com.databricks.sdk.service.settings.ListPublicTokensResponse;
import com.databricks.sdk.service.settings.PublicTokenInfo;
import com.databricks.sdk.service.settings.RevokeTokenRequest;
import com.databricks.sdk.service.settings.TokensService;
import com.databricks.sdk.service.settings.UpdateTokenRequest;
import com.databricks.sdk.service.settings.UpdateTokenResponse;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.identity.Token;
import dev.tarn.identity.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's personal access tokens. */
public final class TokensApi implements TokensService {
    /** What the vendor writes for a token without an end. */
    static final long NEVER = -1;

    private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    private final Caller caller;
    private final Tokens tokens;

    public TokensApi(Caller caller, Tokens tokens) {
        this.caller = caller;
        this.tokens = tokens;
    }

    @Override
    public CreateTokenResponse create(CreateTokenRequest request) {
        Token.New created =
                tokens.create(caller, comment(request.getComment()), lifetime(request.getLifetimeSeconds()));
        return new CreateTokenResponse()
                .setTokenInfo(info(created.token()))
                .setTokenValue(created.value().reveal());
    }

    @Override
    public ListPublicTokensResponse list() {
        return new ListPublicTokensResponse()
                .setTokenInfos(tokens.list(caller).stream().map(TokensApi::info).toList());
    }

    @Override
    public UpdateTokenResponse update(UpdateTokenRequest request) {
        PublicTokenInfo token = request.getToken();
        tokens.describe(caller, request.getTokenId(), comment(token == null ? null : token.getComment()));
        return new UpdateTokenResponse();
    }

    @Override
    public void delete(RevokeTokenRequest request) {
        if (request.getTokenId() == null) {
            throw AppException.invalid("'token_id' is missing.");
        }
        tokens.revoke(caller, request.getTokenId());
    }

    static String comment(@Nullable String comment) {
        return Objects.requireNonNullElse(comment, "");
    }

    static Optional<Duration> lifetime(@Nullable Long seconds) {
        if (seconds != null && (seconds < 0 || seconds > LONGEST_SECONDS)) {
            throw AppException.invalid("'lifetime_seconds' must be 1 to " + LONGEST_SECONDS + ".");
        }
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }

    static long expiry(Token token) {
        return token.expiresAt().map(Instant::toEpochMilli).orElse(NEVER);
    }

    private static PublicTokenInfo info(Token token) {
        return new PublicTokenInfo()
                .setTokenId(token.id())
                .setComment(token.comment())
                .setCreationTime(token.createdAt().toEpochMilli())
                .setExpiryTime(expiry(token));
    }
}
