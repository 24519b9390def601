package dev.tarn.app;

import dev.tarn.catalog.FileCredentials;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import java.time.Duration;
import java.util.Optional;

/** Keys that are limited to a place need a token service of the object store, which is not asked yet; the disk has no keys. */
record LocalCredentials(Clocks clocks) implements FileCredentials {
    @Override
    public Vended vend(Caller caller, String url, boolean write) {
        if (!url.startsWith("file:")) {
            throw AppException.invalid(
                    "Temporary credentials are served for this machine's disk only: read '%s' through the server."
                            .formatted(url));
        }
        return new Vended(url, clocks.now(caller).plus(Duration.ofHours(1)), Optional.empty());
    }
}
