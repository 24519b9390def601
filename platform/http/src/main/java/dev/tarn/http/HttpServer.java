package dev.tarn.http;

import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServerPort;
import dev.tarn.http.internal.LocalAuthority;
import dev.tarn.http.internal.RouteBinder;
import dev.tarn.http.internal.Site;
import dev.tarn.http.internal.Transfers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** The running server: one plain port and, if wanted, one for TLS, both with HTTP/1.1 and HTTP/2. */
public final class HttpServer implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final Server server;
    private final String host;
    private final Transfers transfers;

    private HttpServer(Server server, String host, Transfers transfers) {
        this.server = server;
        this.host = host;
        this.transfers = transfers;
    }

    /**
     * Starts listening. The web app is served if the class path has one.
     *
     * @throws IllegalStateException if a port is taken, or plain HTTP would leave the machine without {@code allowInsecure}
     */
    public static HttpServer start(HttpConfig config, Routes routes, Authenticator authenticator) {
        return start(config, routes, authenticator, HttpServer.class.getClassLoader());
    }

    static HttpServer start(HttpConfig config, Routes routes, Authenticator authenticator, ClassLoader site) {
        InetAddress address = address(config.host());
        if (!address.isLoopbackAddress() && config.tlsPort().isEmpty() && !config.allowInsecure()) {
            throw new IllegalStateException(
                    "Plain HTTP on " + config.host()
                            + " would send tokens in clear over the network. Add --tls-port, or --allow-insecure if that is meant.");
        }
        ServerBuilder builder = Server.builder()
                .maxRequestLength(config.maxBodyBytes())
                .requestTimeout(config.requestTimeout())
                .http1MaxInitialLineLength(64 * 1024)
                .http1MaxHeaderSize(64 * 1024)
                .gracefulShutdownTimeout(QUIET, LONGEST_GOODBYE)
                .idleTimeout(Duration.ofMinutes(5));
        boolean plainAllowed = address.isLoopbackAddress() || config.allowInsecure();
        if (plainAllowed) {
            builder.port(new InetSocketAddress(address, config.port()), SessionProtocol.HTTP);
        }
        config.tlsPort().ifPresent(port -> {
            LocalAuthority.Identity identity =
                    LocalAuthority.of(config.tlsDirectory()).serverIdentity(config.host(), config.tlsNames());
            builder.port(new InetSocketAddress(address, port), SessionProtocol.HTTPS);
            builder.tls(identity.key(), identity.chain());
        });
        Transfers transfers = new Transfers();
        new RouteBinder(authenticator, transfers, Site.of(site)).bind(builder, routes);
        Server server = builder.build();
        try {
            server.start().join();
        } catch (RuntimeException e) {
            transfers.close();
            throw new IllegalStateException(
                    "The server cannot listen on " + config.host() + ": " + rootMessage(e)
                            + ". Choose other ports with --port and --tls-port.",
                    e);
        }
        return new HttpServer(server, config.host(), transfers);
    }

    /** Such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return port(SessionProtocol.HTTP)
                .map(port -> "http://" + name() + ":" + port)
                .orElseGet(() -> tlsUrl().orElseThrow());
    }

    public Optional<String> tlsUrl() {
        return port(SessionProtocol.HTTPS).map(port -> "https://" + name() + ":" + port);
    }

    /** Finishes what is under way, for a few seconds at most, and stops. */
    @Override
    public void close() {
        server.stop().join();
        transfers.close();
    }

    private Optional<Integer> port(SessionProtocol protocol) {
        return server.activePorts().values().stream()
                .filter(port -> port.hasProtocol(protocol))
                .map(ServerPort::localAddress)
                .map(InetSocketAddress::getPort)
                .findFirst();
    }

    private String name() {
        return host.contains(":") ? "[" + host + "]" : host.equals("0.0.0.0") ? "127.0.0.1" : host;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("'" + host + "' is not an address of this machine; see --host.", e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
