package dev.tarn.storage;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import java.util.Optional;

/**
 * What external locations reach their files with.
 *
 * @param s3 whose keys it holds; empty for this machine's own disk
 */
public record StorageCredential(
        String id,
        String metastore,
        String name,
        Optional<String> comment,
        boolean readOnly,
        Optional<S3Account> s3,
        Stamp stamp)
        implements Securable {
    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.STORAGE_CREDENTIAL;
    }
}
