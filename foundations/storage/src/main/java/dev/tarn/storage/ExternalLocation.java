package dev.tarn.storage;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import java.util.Optional;

/**
 * A place for files with a name, on which privileges hang.
 *
 * @param credential with which its files are reached
 * @param readOnly whether nobody may write there
 */
public record ExternalLocation(
        String id,
        String metastore,
        String name,
        StoragePath path,
        Credential credential,
        Optional<String> comment,
        boolean readOnly,
        Stamp stamp)
        implements Securable {
    /** The credential of a location; its name is empty if it was deleted by force. */
    public record Credential(String id, String name, boolean readOnly) {}

    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.EXTERNAL_LOCATION;
    }
}
