package dev.tarn.workspace;

/** What was exported. @param fileType extension of a file that holds it, such as {@code py}, {@code ipynb}, {@code dbc} */
public record Exported(String fileType, byte[] content) {
    /** The format that is asked for. AUTO is what fits the object. */
    public enum Format {
        SOURCE,
        HTML,
        JUPYTER,
        DBC,
        AUTO,
        RAW
    }
}
