package dev.tarn.tracking;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FilePath;
import dev.tarn.tracking.internal.LinkSigner;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Signed links to one file, for one direction, for a quarter of an hour: what MLflow's clients of the vendor's service and its
 * uploads in parts want. Whoever has a link needs no token, so a link is made only for who may do what it allows.
 */
public final class ArtifactLinks {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int MOST_PARTS = 10_000;

    private final Artifacts artifacts;
    private final Clocks clocks;
    private final LinkSigner signer = new LinkSigner();

    ArtifactLinks(Artifacts artifacts, Clocks clocks) {
        this.artifacts = artifacts;
        this.clocks = clocks;
    }

    /** What a link allows. */
    public record Link(WorkspaceId workspace, FilePath path, boolean write, Instant expires, String signature) {}

    public Link toRead(Caller caller, FilePath path) {
        artifacts.authorize(caller, PermissionLevel.CAN_READ, path);
        return link(caller, path, false);
    }

    public Link toWrite(Caller caller, FilePath path) {
        artifacts.authorize(caller, PermissionLevel.CAN_EDIT, path);
        return link(caller, path, true);
    }

    /**
     * Reads a file by its link.
     *
     * @throws AppException PERMISSION_DENIED for a link that is expired, changed or of the other direction
     */
    public FileContent open(Link link) {
        check(link, false);
        return artifacts.open(link.workspace(), link.path());
    }

    /** Writes a file by its link; returns its etag. */
    public String put(Link link, InputStream content) {
        check(link, true);
        return artifacts.put(link.workspace(), link.path(), content).etag();
    }

    /** Begins an upload in parts. */
    public String begin(Caller caller, FilePath path) {
        artifacts.authorize(caller, PermissionLevel.CAN_EDIT, path);
        return Ids.uuid();
    }

    /** A link for one part, numbered from 1. */
    public Link toPart(Caller caller, FilePath path, String uploadId, long part) {
        artifacts.authorize(caller, PermissionLevel.CAN_EDIT, path);
        if (part < 1 || part > MOST_PARTS) {
            throw TrackingErrors.invalidValue(
                    "part_number", String.valueOf(part), "Parts are numbered from 1 to " + MOST_PARTS + ".");
        }
        return link(caller, partPath(path, uploadId, part), true);
    }

    /** Puts the parts together in the order in which they are named; the file is there when all of it is. */
    public void complete(Caller caller, FilePath path, String uploadId, List<Long> parts) {
        artifacts.authorize(caller, PermissionLevel.CAN_EDIT, path);
        List<FileContent> contents = new ArrayList<>();
        try {
            List<InputStream> streams = new ArrayList<>();
            for (long part : parts) {
                FileContent content = artifacts.open(caller.workspace(), partPath(path, uploadId, part));
                contents.add(content);
                streams.add(content.read(0, content.info().bytes()));
            }
            artifacts.put(caller.workspace(), path, new SequenceInputStream(Collections.enumeration(streams)));
        } finally {
            contents.forEach(FileContent::close);
        }
        abort(caller, path, uploadId);
    }

    /** Throws away what arrived of an upload. */
    public void abort(Caller caller, FilePath path, String uploadId) {
        artifacts.authorize(caller, PermissionLevel.CAN_EDIT, path);
        artifacts.deleteParts(caller.workspace(), Artifacts.parts(path, uuid(uploadId)));
    }

    private static FilePath partPath(FilePath path, String uploadId, long part) {
        return Artifacts.parts(path, uuid(uploadId)).child(String.valueOf(part));
    }

    private static String uuid(String uploadId) {
        if (!uploadId.matches("[0-9a-f-]{36}")) {
            throw TrackingErrors.invalidValue("upload_id", uploadId, "Send the one that began the upload.");
        }
        return uploadId;
    }

    private Link link(Caller caller, FilePath path, boolean write) {
        Instant expires = clocks.now(caller).plus(LIFETIME);
        return new Link(
                caller.workspace(), path, write, expires, signer.sign(caller.workspace(), path, write, expires));
    }

    private void check(Link link, boolean write) {
        boolean valid = link.write() == write
                && signer.verify(link.workspace(), link.path(), write, link.expires(), link.signature())
                && clocks.now(link.workspace()).isBefore(link.expires());
        if (!valid) {
            throw AppException.denied("The link has expired or is not valid. Ask for a new one.");
        }
    }
}
