package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.db.Tx;
import java.util.Optional;

/** Finds securables of other rooms for the grants API: storage credentials, external locations and whatever comes later. */
@FunctionalInterface
public interface ForeignSecurables {
    Optional<Securable> find(Tx tx, String metastore, SecurableType type, String name);
}
