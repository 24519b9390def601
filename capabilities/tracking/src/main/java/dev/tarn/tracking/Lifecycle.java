package dev.tarn.tracking;

import java.util.Locale;

/** Whether something is in use or was deleted and can still be restored. */
public enum Lifecycle {
    ACTIVE,
    DELETED;

    /** As MLflow writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
