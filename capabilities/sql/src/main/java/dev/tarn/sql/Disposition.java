package dev.tarn.sql;

/** How a result reaches the client. */
public enum Disposition {
    /** In the answers themselves, as text, up to 25 MiB. */
    INLINE,
    /** By signed links to files. */
    EXTERNAL_LINKS,
    /** What the JDBC driver asks for: text in the answer if the result is small, else links. */
    INLINE_OR_EXTERNAL_LINKS
}
