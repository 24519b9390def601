package dev.tarn.sql;

/** What a warehouse does now, in the vendor's words. */
public enum WarehouseState {
    /** Wanted, but the engine is not up yet. */
    STARTING,
    RUNNING,
    /** Stopped while statements still end. */
    STOPPING,
    STOPPED
}
