package dev.tarn.git.internal;

import dev.tarn.git.GitErrors;
import dev.tarn.git.RemoteUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Opens connections to the one host that a call is meant for, over https. Redirects to other hosts, and public names that lead to
 * private addresses, end the call. The look-up here is the one that the connection uses: the JDK keeps it for 30 seconds.
 */
final class HostConnections implements HttpConnectionFactory {
    private final RemoteUrl remote;
    private final JDKHttpConnectionFactory inner = new JDKHttpConnectionFactory();

    HostConnections(RemoteUrl remote) {
        this.remote = remote;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        check(url);
        return inner.create(url);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        check(url);
        return inner.create(url, proxy);
    }

    private void check(URL url) {
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (!url.getProtocol().equals("https") || !remote.host().orElse("").equals(host) || port != remote.port()) {
            throw GitErrors.remote(
                    "The git host sent the call on to %s://%s, which is another place. Use the URL that it is sent to, if that is meant."
                            .formatted(url.getProtocol(), host));
        }
        if (remote.isPublic()) {
            requirePublicAddress(host);
        }
    }

    private static void requirePublicAddress(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
                if (address.isLoopbackAddress()
                        || address.isAnyLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || uniqueLocal) {
                    throw GitErrors.notAllowed("The private address that " + host + " leads to", "tarn.git.hosts");
                }
            }
        } catch (UnknownHostException e) {
            throw GitErrors.remote(
                    "The git host %s cannot be found. Check 'url' and the server's network.".formatted(host));
        }
    }
}
