package dev.tarn.engine;

/**
 * How far a running statement is, as far as the engine knows by now.
 *
 * @param rowsRead from tables and files
 * @param bytesRead from tables and files
 * @param stages pieces of work that follow each other; more may turn up as the statement goes on
 * @param tasks of all stages known so far
 */
public record StatementProgress(long rowsRead, long bytesRead, Done stages, Done tasks) {
    public static final StatementProgress NONE = new StatementProgress(0, 0, Done.NOTHING, Done.NOTHING);

    /** So many of so many. */
    public record Done(int done, int all) {
        public static final Done NOTHING = new Done(0, 0);
    }
}
