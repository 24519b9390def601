package dev.tarn.files;

import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Outbox;
import dev.tarn.db.Tx;
import dev.tarn.storage.FileStores;
import dev.tarn.storage.LocalDisk;

/** Wires the room. */
public final class FilesModule {
    private static final String DROPPED = "files.workspace-dropped";

    private final Clocks clocks;
    private final Files files;
    private final Uploads uploads;
    private final Links links;
    private final Dbfs dbfs;

    /**
     * @param volumes says where a volume's files are, to who may know
     * @param standing says what somebody may do now
     */
    public FilesModule(
            Database db,
            Clocks clocks,
            FileStores stores,
            FilesConfig config,
            VolumeAccess volumes,
            Standing standing) {
        this.clocks = clocks;
        this.files = new Files(config, stores, volumes);
        this.uploads = new Uploads(db, clocks, files, config);
        this.links = new Links(files, uploads, standing, clocks, config.longestLink());
        this.dbfs = new Dbfs(files, uploads);
        uploads.start();
    }

    public Files files() {
        return files;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Links links() {
        return links;
    }

    public Dbfs dbfs() {
        return dbfs;
    }

    /** Deletes files of workspaces that are dropped, once that is certain. */
    public FilesModule listen(Outbox outbox) {
        outbox.on(
                DROPPED,
                event -> LocalDisk.delete(
                        files.dbfsRoot(Caller.system(event.workspace(), "")).toString()));
        return this;
    }

    /** Forgets a workspace, in the transaction that drops it. */
    public void dropWorkspace(Tx tx, WorkspaceId workspace) {
        uploads.store().deleteWorkspace(tx, workspace);
        tx.emit(DROPPED, workspace, "{}", clocks.now(workspace));
    }
}
