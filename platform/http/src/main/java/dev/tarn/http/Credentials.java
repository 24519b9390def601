package dev.tarn.http;

import dev.tarn.core.Secret;
import java.util.Optional;

/**
 * What a request shows of who sent it.
 *
 * @param bearer from {@code Authorization: Bearer}
 * @param basic user and password from {@code Authorization: Basic}
 * @param session value of the session cookie; only with the CSRF header, or on a safe method
 * @param workspace the workspace that the request names in {@code X-Databricks-Workspace-Id} or {@code X-Databricks-Org-Id}
 */
public record Credentials(
        Optional<Secret> bearer, Optional<Basic> basic, Optional<Secret> session, Optional<String> workspace) {
    /** A user name and a password. */
    public record Basic(String user, Secret password) {}
}
