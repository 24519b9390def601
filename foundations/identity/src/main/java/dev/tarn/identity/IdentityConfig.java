package dev.tarn.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of this room.
 *
 * @param adminEmail the administrator that the first start creates
 * @param maxTokenLifetime how long personal access tokens may live; empty for as long as their owner likes
 * @param accessTokenLifetime of OAuth access tokens
 * @param refreshTokenLifetime of OAuth refresh tokens
 * @param sessionLifetime of a browser's session
 * @param publicClients OAuth clients that need no secret; they prove themselves by PKCE and a redirect to the user's own machine
 * @param throwaway whether unknown tokens of the form {@code tarn-throwaway-<name>} make a workspace of their own, on loopback only
 * @param throwawayIdle after how long without a request a throwaway workspace is dropped
 */
public record IdentityConfig(
        String adminEmail,
        Optional<Duration> maxTokenLifetime,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime,
        Duration sessionLifetime,
        Set<String> publicClients,
        boolean throwaway,
        Duration throwawayIdle) {
    public static final String DEFAULT_ADMIN = "admin@localhost";

    public IdentityConfig {
        publicClients = Set.copyOf(publicClients);
    }

    public static IdentityConfig defaults() {
        return new IdentityConfig(
                DEFAULT_ADMIN,
                Optional.empty(),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofHours(12),
                Set.of(
                        "databricks-cli",
                        "databricks-sql-python",
                        "databricks-sql-connector",
                        "databricks-sql-jdbc",
                        "databricks-jdbc",
                        "dbt-databricks",
                        "tarn-cli"),
                false,
                Duration.ofHours(1));
    }

    public IdentityConfig withThrowaway(boolean allowed) {
        return new IdentityConfig(
                adminEmail,
                maxTokenLifetime,
                accessTokenLifetime,
                refreshTokenLifetime,
                sessionLifetime,
                publicClients,
                allowed,
                throwawayIdle);
    }

    public IdentityConfig withMaxTokenLifetime(Duration longest) {
        return new IdentityConfig(
                adminEmail,
                Optional.of(longest),
                accessTokenLifetime,
                refreshTokenLifetime,
                sessionLifetime,
                publicClients,
                throwaway,
                throwawayIdle);
    }
}
