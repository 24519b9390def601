package dev.tarn.app;

import java.io.PrintStream;

/** What a started server says of itself. Secrets appear only at first start: the one-time link is shown once. */
final class Announcement {
    private Announcement() {}

    static void print(PrintStream out, App app) {
        out.println("Tarn is up at " + app.url()
                + app.tlsUrl().map(url -> " and " + url).orElse(""));
        out.println("  data       " + app.dataRoot());
        app.firstStart()
                .linkCode()
                .ifPresent(code -> out.println("  sign in    " + app.url() + "/login/once?code=" + code.reveal()
                        + "   (once, within 24 hours)"));
        app.config().adminTokenFile().ifPresent(file -> out.println("  token      in " + file));
        if (app.config().throwaway()) {
            out.println("  throwaway  a token such as tarn-throwaway-my-test-0001 is a workspace of its own");
        }
        out.println("  stop       Ctrl-C");
        out.flush();
    }
}
