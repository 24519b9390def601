import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A load generator that costs little: plain sockets, one request at a time on each connection.
 *
 * <p>{@code java Load.java HOST PORT CONNECTIONS WARM_UP_MS MEASURE_MS REQUEST_FILE}: the file holds one raw HTTP/1.1 request. Prints a
 * JSON object: requests, requests per second, p50 and p99 in milliseconds, bytes of a body. An answer other than 200 ends it.
 */
final class Load {
    private static final int LONGEST_LINE = 65536;

    private record Sample(long[] nanos, int count, int bodyBytes) {}

    public static void main(String[] arguments) throws Exception {
        String host = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        long warmUp = Long.parseLong(arguments[3]) * 1_000_000;
        long measure = Long.parseLong(arguments[4]) * 1_000_000;
        byte[] request = Files.readAllBytes(Path.of(arguments[5]));
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long from = System.nanoTime() + warmUp;
        long until = from + measure;
        Callable<Sample> client = () -> run(host, port, request, from, until);
        long[] all = new long[0];
        int body = 0;
        for (Future<Sample> each : threads.invokeAll(IntStream.range(0, connections).mapToObj(n -> client).toList())) {
            Sample sample = each.get();
            int before = all.length;
            all = Arrays.copyOf(all, before + sample.count());
            System.arraycopy(sample.nanos(), 0, all, before, sample.count());
            body = sample.bodyBytes();
        }
        threads.shutdown();
        Arrays.sort(all);
        System.out.printf(
                Locale.ROOT,
                "{\"requests\": %d, \"per_second\": %.0f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"body_bytes\": %d}%n",
                all.length,
                all.length * 1e9 / measure,
                at(all, 0.50),
                at(all, 0.99),
                body);
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    private static Sample run(String host, int port, byte[] request, long from, long until) throws IOException {
        long[] nanos = new long[1 << 20];
        int count = 0;
        int bytes = 0;
        try (Socket socket = new Socket(host, port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (count < nanos.length) {
                long start = System.nanoTime();
                if (start >= until) {
                    break;
                }
                out.write(request);
                out.flush();
                bytes = read(in);
                if (start >= from) {
                    nanos[count++] = System.nanoTime() - start;
                }
            }
        }
        return new Sample(nanos, count, bytes);
    }

    /** Reads one response; the length of its body. */
    private static int read(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            length = 0;
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size);
                line(in);
                length += size;
            }
            line(in);
        } else if (!status.contains(" 200 ") && !status.endsWith(" 200")) {
            throw new IOException(status + " " + new String(in.readNBytes(length), StandardCharsets.UTF_8));
        } else {
            in.skipNBytes(length);
        }
        return length;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0 || bytes.size() > LONGEST_LINE) {
                throw new IOException("the connection ended after: " + bytes.toString(StandardCharsets.UTF_8));
            }
            if (each != '\r') {
                bytes.write(each);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
