package dev.tarn.sql;

import dev.tarn.core.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/** A statement in the query history. */
public record QueryRecord(
        String id,
        WorkspaceId workspace,
        String warehouseId,
        User user,
        String text,
        String client,
        Status status,
        Times times,
        Work work,
        Optional<StatementInfo.Failure> error) {
    /** The vendor's words for a query's state. */
    public enum Status {
        QUEUED,
        RUNNING,
        FINISHED,
        FAILED,
        CANCELED;

        public boolean last() {
            return this == FINISHED || this == FAILED || this == CANCELED;
        }
    }

    /** Who submitted it, by id and by the name they had then. */
    public record User(String id, String name) {}

    /**
     * When what happened.
     *
     * @param started its turn came
     * @param executed the engine had done the work, and rows began to flow
     */
    public record Times(
            Instant submitted, Optional<Instant> started, Optional<Instant> executed, Optional<Instant> ended) {}

    /** What it did; {@code type} is SELECT, INSERT, CREATE and so on. */
    public record Work(String type, long rowsProduced, long bytesProduced, long rowsRead, long bytesRead) {
        public static final Work NONE = new Work("OTHER", 0, 0, 0, 0);
    }
}
