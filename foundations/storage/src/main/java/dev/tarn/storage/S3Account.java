package dev.tarn.storage;

import dev.tarn.core.AppException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whose keys a credential holds, and where they work: what of a credential for an S3-compatible store is no secret.
 *
 * @param account as the public API's {@code cloudflare_api_token.account_id} brings it: the endpoint's URL, with {@code ?region=} and
 *     {@code &path_style=false} where they matter, or the id of a Cloudflare account
 */
public record S3Account(String accessKeyId, String account) {
    private static final int LONGEST = 500;

    public S3Account {
        if (accessKeyId.isEmpty()
                || accessKeyId.length() > LONGEST
                || account.isEmpty()
                || account.length() > LONGEST) {
            throw AppException.invalid(
                    "Keys of an object store need 'access_key_id', 'secret_access_key' and 'account_id': the endpoint's URL.");
        }
        parse(account);
    }

    /** Scheme, host and port, in lower case. */
    public URI endpoint() {
        URI uri = parse(account);
        return URI.create((uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT));
    }

    public String region() {
        return query().getOrDefault("region", "us-east-1");
    }

    /** Whether the bucket goes into the path rather than into the host's name. */
    public boolean pathStyle() {
        return !query().getOrDefault("path_style", "true").equals("false");
    }

    private Map<String, String> query() {
        Map<String, String> values = new HashMap<>();
        String query = parse(account).getQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return values;
    }

    private static URI parse(String account) {
        String url = account.matches("[A-Za-z0-9]{1,64}")
                ? "https://" + account + ".r2.cloudflarestorage.com?region=auto"
                : account;
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getPath() == null
                    || uri.getPath().isEmpty()
                    || uri.getPath().equals("/");
            if (web && bare && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // answered below
        }
        throw AppException.invalid(
                "'account_id' must be the endpoint of an S3-compatible store, such as https://store.example:9000?region=eu-west-1.");
    }
}
