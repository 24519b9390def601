package dev.tarn.identity;

import dev.tarn.core.Principal;
import dev.tarn.core.Secret;
import java.util.Optional;

/**
 * What a start of the server has to tell its operator.
 *
 * @param administrator the configured administrator, if still there
 * @param linkCode for {@code /login/once?code=...}: as long as the administrator has no password, each start makes a new one
 * @param adminToken a personal access token of the administrator, if one was asked for; it replaces that of the start before
 */
public record FirstStart(
        Workspace workspace,
        Optional<Principal> administrator,
        Optional<Secret> linkCode,
        Optional<Secret> adminToken) {}
