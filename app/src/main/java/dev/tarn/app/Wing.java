package dev.tarn.app;

import dev.tarn.contract.Contract;
import dev.tarn.http.Routes;

/** Some rooms that are wired together: their windows, and what they do when the server starts. */
interface Wing {
    /** Serves operations of the SDK; before the contract's routes are made. */
    void serve(Contract contract);

    /** Adds hand-written routes; after the contract's. */
    void route(Contract contract, Routes routes);

    /** Begins work of its own, when everything is wired. */
    default void start() {}
}
