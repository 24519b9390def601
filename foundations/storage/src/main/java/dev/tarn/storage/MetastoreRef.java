package dev.tarn.storage;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.core.Caller;
import java.util.Optional;

/** The caller's metastore, in which credentials and locations are made; the catalog room keeps it. */
record MetastoreRef(String securableId) implements Securable {
    static Optional<MetastoreRef> of(Caller caller) {
        return Optional.of(new MetastoreRef(caller.metastore()));
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.METASTORE;
    }
}
