package dev.tarn.workspace;

import java.time.Instant;

/** Something that was deleted and can be restored. @param from where it lay @param by name of who deleted it */
public record TrashedObject(long id, ObjectKind kind, WorkspacePath from, Instant at, String by) {}
