package dev.tarn.git.internal;

import dev.tarn.core.Secret;
import java.util.Locale;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** A user and a token for one host; no other host gets them. */
public final class Login extends CredentialsProvider {
    private final String host;
    private final int port;
    private final String user;
    private final Secret token;

    public Login(String host, int port, String user, Secret token) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        int actualPort = uri.getPort() < 0 ? 443 : uri.getPort();
        boolean ours = "https".equals(uri.getScheme())
                && host.equals(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))
                && port == actualPort;
        if (!ours || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username name) {
                name.setValue(user);
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(token.reveal().toCharArray());
            }
        }
        return true;
    }
}
