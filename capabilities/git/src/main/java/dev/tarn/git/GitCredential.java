package dev.tarn.git;

import java.util.Optional;

/**
 * Somebody's access to a git host. The token itself is never here.
 *
 * @param username at the host; also the author of commits
 * @param email of the author of commits
 * @param isDefault whether it is used where a call names none; one for each provider
 */
public record GitCredential(
        long id,
        String principalId,
        GitProvider provider,
        Optional<String> name,
        Optional<String> username,
        Optional<String> email,
        boolean isDefault) {}
