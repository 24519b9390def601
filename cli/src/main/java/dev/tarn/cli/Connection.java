package dev.tarn.cli;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.http.HttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** The way to the workspace: the SDK's configuration, with failures that say what to do about them. */
final class Connection {
    private Connection() {}

    /**
     * The configuration that options, environment and profile make.
     *
     * @throws DatabricksException saying what is missing
     */
    static DatabricksConfig open(GlobalOptions options) {
        DatabricksConfig config = new DatabricksConfig();
        options.profile().ifPresent(config::setProfile);
        options.host().ifPresent(config::setHost);
        try {
            config.resolve();
        } catch (DatabricksException e) {
            throw options.profile()
                    .filter(profile -> String.valueOf(e.getMessage()).contains("has no " + profile + " profile"))
                    .map(profile -> new DatabricksException(
                            "There is no profile '%s' in %s. Make it: tarn configure --profile %s --host URL"
                                    .formatted(profile, Configure.file(), profile),
                            e))
                    .orElse(e);
        }
        if (config.getHost() == null) {
            throw new DatabricksException(
                    "No workspace is named. Make a profile, tarn configure --profile NAME --host URL, and use it with --profile NAME;"
                            + " or set DATABRICKS_HOST and DATABRICKS_TOKEN.");
        }
        HttpClient client = config.getHttpClient();
        return config.setHttpClient(request -> {
            try {
                return client.execute(request);
            } catch (IOException e) {
                throw failure(config.getHost(), e);
            }
        });
    }

    /** A failure of the SDK in words that say what to do, where its own do not. */
    static String message(DatabricksException e) {
        String said = String.valueOf(e.getMessage());
        return said.startsWith("default auth: cannot configure default credentials")
                ? "There is neither a token nor another way to sign in. Make a profile, tarn configure --profile NAME --host URL,"
                        + " and use it with --profile NAME; or set DATABRICKS_TOKEN."
                : said;
    }

    /** What the SDK would try again for minutes, although trying again does not help, becomes a failure at once. */
    private static IOException failure(String host, IOException e) {
        String cause = cause(e);
        if (cause.isEmpty()) {
            return e;
        }
        throw new DatabricksException(
                "The workspace at %s cannot be reached: %s. Is it running, and is this its address (--host, or 'host' of the profile)?"
                        .formatted(host, cause),
                e);
    }

    private static String cause(IOException e) {
        if (e instanceof UnknownHostException) {
            return "no such host is known";
        }
        if (e instanceof ConnectException) {
            return "nothing answers there";
        }
        if (e instanceof NoRouteToHostException) {
            return "there is no way to it";
        }
        return e instanceof SSLException ? "no secure connection could be made (" + e.getMessage() + ")" : "";
    }
}
