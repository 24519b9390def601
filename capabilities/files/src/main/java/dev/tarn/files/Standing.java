package dev.tarn.files;

import dev.tarn.core.Caller;
import java.util.Optional;

/** What this room asks of the room that knows people: somebody's rights now, for a link that they made earlier. */
@FunctionalInterface
public interface Standing {
    /**
     * @param bearer who came with the link: nobody, in the link's workspace
     * @return the principal as a caller; empty if it is gone or deactivated
     */
    Optional<Caller> of(Caller bearer, String principalId);
}
