package dev.tarn.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tarn serve}: runs until it is told to stop. */
@Command(name = "serve", description = "Run the server until it is stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws InterruptedException {
        App app = App.start(options.read());
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
        Announcement.print(System.out, app);
        Thread.currentThread().join();
        return 0;
    }
}
