package dev.tarn.engine.catalog;

/** What an engine wants to do with a relation; the catalog knows which privilege that needs. */
public enum RelationAccess {
    /** Look at its columns and properties: DESCRIBE, SHOW. */
    DESCRIBE,
    /** Read rows, any version of them, or their changes. */
    READ,
    /** Change rows, or rewrite files without changing rows: INSERT, MERGE, OPTIMIZE, VACUUM, RESTORE. */
    WRITE,
    /** Change columns, properties, constraints or the comment. */
    ALTER,
    /** Drop, rename or replace it. */
    MANAGE
}
