import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Fetches a file unless it is there, and checks what it is: {@code java Fetch.java URL SHA512 FILE}, the checksum in Base64 as npm
 * states it. Exits with 1, leaving no file, if the checksum differs.
 */
final class Fetch {
    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        Path file = Path.of(arguments[2]);
        if (Files.notExists(file)) {
            download(url, file);
        }
        String found = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        if (!found.equals(arguments[1])) {
            Files.delete(file);
            System.err.println(url + " is not the expected file: its SHA-512 is " + found);
            System.exit(1);
        }
    }

    private static void download(URI url, Path file) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        HttpResponse<Path> response =
                client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            Files.delete(file);
            System.err.println(url + " answered " + response.statusCode());
            System.exit(1);
        }
    }
}
