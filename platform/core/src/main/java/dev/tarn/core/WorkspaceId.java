package dev.tarn.core;

/** A workspace's numeric id, the value of the {@code X-Databricks-Org-Id} header. */
public record WorkspaceId(long value) {
    public WorkspaceId {
        if (value <= 0) {
            throw AppException.invalid("A workspace id is a positive number, not '" + value + "'.");
        }
    }

    public static WorkspaceId parse(String text) {
        try {
            return new WorkspaceId(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw AppException.invalid("A workspace id is a positive number, not '" + text + "'.");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
