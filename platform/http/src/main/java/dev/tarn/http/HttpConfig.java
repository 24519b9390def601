package dev.tarn.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param port for HTTP; 0 takes a free one
 * @param tlsPort for HTTPS; 0 takes a free one
 * @param tlsDirectory keeps the local certificate authority and the server's key
 * @param tlsNames names and addresses of the certificate besides the loopback ones
 * @param allowInsecure whether plain HTTP may leave the machine
 * @param maxBodyBytes largest request body
 * @param requestTimeout longest time until the answer begins
 */
public record HttpConfig(
        String host,
        int port,
        Optional<Integer> tlsPort,
        Path tlsDirectory,
        List<String> tlsNames,
        boolean allowInsecure,
        long maxBodyBytes,
        Duration requestTimeout) {
    public HttpConfig {
        tlsNames = List.copyOf(tlsNames);
    }
}
