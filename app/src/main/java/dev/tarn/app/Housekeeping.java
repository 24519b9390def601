package dev.tarn.app;

import dev.tarn.catalog.Tables;
import dev.tarn.core.Caller;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.Workspaces;
import dev.tarn.storage.LocalDisk;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, every hour, the files of tables that were dropped long enough ago. */
final class Housekeeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    /** Part of every managed table's location, and of nothing else: what lacks it is not ours to delete. */
    private static final String OURS = "/__tarn/";

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "housekeeping");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Workspaces workspaces;
    private final Tables tables;

    Housekeeping(Workspaces workspaces, Tables tables) {
        this.workspaces = workspaces;
        this.tables = tables;
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
            log.error("Dropped tables could not be deleted; trying again in an hour", e);
        }
    }

    private void purgeAll(Workspace first) {
        for (Workspace workspace : workspaces.list(Caller.system(first.id(), first.metastore()))) {
            int purged =
                    tables.purgeExpired(Caller.system(workspace.id(), workspace.metastore()), Housekeeping::delete);
            if (purged > 0) {
                log.info("{} dropped tables of workspace {} are gone for good", purged, workspace.name());
            }
        }
    }

    private static void delete(String location) {
        if (location.contains(OURS)) {
            LocalDisk.delete(location);
        }
    }
}
