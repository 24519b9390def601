package dev.tarn.catalog;

import dev.tarn.core.Caller;
import java.util.Optional;

/** Where a workspace's default catalog is kept: it is one of the workspace's settings. */
public interface DefaultCatalogs {
    /** What the administrators of the caller's workspace have chosen; empty while they have chosen nothing. */
    Optional<String> find(Caller caller);

    /** Chooses it for the caller's workspace. Needs its administrator. */
    void set(Caller caller, String catalog);
}
