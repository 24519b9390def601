package dev.tarn.app;

import dev.tarn.core.Caller;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.Workspaces;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes for good, every hour, what was dropped or trashed long enough ago in each workspace. */
final class Housekeeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "housekeeping");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Workspaces workspaces;
    private final String what;
    private final ToIntFunction<Caller> purge;

    /** @param purge deletes what is overdue in the caller's workspace, and says how much that was */
    Housekeeping(Workspaces workspaces, String what, ToIntFunction<Caller> purge) {
        this.workspaces = workspaces;
        this.what = what;
        this.purge = purge;
    }

    Housekeeping start() {
        var unused = thread.scheduleWithFixedDelay(this::run, 5, 60, TimeUnit.MINUTES);
        return this;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void run() {
        try {
            workspaces.defaultWorkspace().ifPresent(this::purgeAll);
        } catch (RuntimeException e) {
            log.error("Not all {} could be deleted; trying again in an hour", what, e);
        }
    }

    private void purgeAll(Workspace first) {
        for (Workspace workspace : workspaces.list(Caller.system(first.id(), first.metastore()))) {
            int purged = purge.applyAsInt(Caller.system(workspace.id(), workspace.metastore()));
            if (purged > 0) {
                log.info("{} {} of workspace {} are gone for good", purged, what, workspace.name());
            }
        }
    }
}
