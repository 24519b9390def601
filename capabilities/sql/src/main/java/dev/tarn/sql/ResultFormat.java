package dev.tarn.sql;

/** The form of a result's chunks. */
public enum ResultFormat {
    /** {@code [["1","a"],["2",null]]}: every value a text or null. */
    JSON_ARRAY("application/json"),
    /** Apache Arrow's IPC stream format, one stream per chunk. */
    ARROW_STREAM("application/vnd.apache.arrow.stream"),
    /** RFC 4180, with a header line in the first chunk. */
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    ResultFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
