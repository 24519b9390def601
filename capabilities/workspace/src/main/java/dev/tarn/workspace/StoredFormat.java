package dev.tarn.workspace;

/** The form in which a notebook was given, and in which it is kept; it is made into others when it is asked for. */
public enum StoredFormat {
    SOURCE,
    JUPYTER
}
