package dev.tarn.files;

import dev.tarn.core.Caller;

/** What this room asks of the room that owns volumes. */
@FunctionalInterface
public interface VolumeAccess {
    /**
     * Where a volume's files are, for a caller who may read or write them.
     *
     * @return URI of a folder
     * @throws dev.tarn.core.AppException the owner's own refusal: not found, or PERMISSION_DENIED
     */
    String location(Caller caller, VolumeName volume, boolean write);
}
