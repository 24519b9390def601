package dev.tarn.catalog.engine;

import dev.tarn.core.Caller;
import java.util.Optional;

/** What this room asks about the owners of views; identity answers. */
@FunctionalInterface
public interface OwnerCallers {
    /**
     * A principal as a caller, with the groups it has now, in the place of the one who reads its view.
     *
     * @return empty if the principal is gone or deactivated: its views then read nothing
     */
    Optional<Caller> of(Caller reader, String principalId);
}
