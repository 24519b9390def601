package dev.tarn.tracking;

/** Which of the active and the deleted a search looks at. */
public enum View {
    ACTIVE_ONLY,
    DELETED_ONLY,
    ALL
}
