package dev.tarn.app;

import dev.tarn.app.quickstart.Tour;
import dev.tarn.core.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tarn quickstart}: a server with real data in it, and a tour of what it does. */
@Command(
        name = "quickstart",
        description = "Start a server on an embedded store, load a public data set, and show what it does.",
        mixinStandardHelpOptions = true)
final class QuickstartCommand implements Callable<Integer> {
    @Option(names = "--exit", description = "Stop after the tour.")
    boolean exit;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; default a new one that is deleted at the end.")
    @Nullable Path data;

    @Option(names = "--port", paramLabel = "PORT", description = "Port for HTTP; default a free one.")
    int port;

    @Option(names = "--sample", paramLabel = "DIR", required = true, description = "Where the public data set lies.")
    Path sample = Path.of("");

    @Override
    public Integer call() throws Exception {
        Path root = data == null ? Files.createTempDirectory("tarn-quickstart-") : data;
        Path tokenFile = root.resolve("admin.token");
        Map<String, String> settings = new HashMap<>();
        settings.put("tarn.data", root.toString());
        settings.put("tarn.port", String.valueOf(port));
        settings.put("tarn.admin-token-file", tokenFile.toString());
        App app = App.start(Configuration.read(Optional.empty(), settings, TarnConfig.class));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, root), "shutdown"));
        System.out.println("Tarn is up at " + app.url());
        String token = Files.readString(tokenFile).strip();
        boolean colour = System.console() != null;
        new Tour(app.url(), token, sample, app.landing(), System.out, colour).give();
        farewell(app, token, tokenFile);
        if (!exit) {
            Thread.currentThread().join();
        }
        return 0;
    }

    private void farewell(App app, String token, Path tokenFile) {
        String link = app.firstStart()
                .linkCode()
                .map(code -> app.url() + "/login/once?code=" + code.reveal())
                .orElse("");
        System.out.printf("""

                Your lakehouse
                  url      %s
                  sign in  %s
                  token    %s
                  profile  add this to ~/.databrickscfg and use any official client:

                    [tarn]
                    host  = %s
                    token = %s

                  try      ./tarn --profile tarn catalogs list
                           curl -H "Authorization: Bearer $(cat %s)" %s/api/2.0/preview/scim/v2/Me
                """, app.url(), link, token, app.url(), token, tokenFile, app.url());
        System.out.println(exit ? "" : "It keeps running until Ctrl-C.");
        System.out.flush();
    }

    private void stop(App app, Path root) {
        app.close();
        if (data == null) {
            delete(root);
        }
    }

    /** Deletes a directory of ours with all that is in it. */
    static void delete(Path root) {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println("tarn: " + root + " was not deleted: " + e.getMessage());
        }
    }
}
