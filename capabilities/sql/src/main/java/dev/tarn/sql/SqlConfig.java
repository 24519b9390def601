package dev.tarn.sql;

import java.nio.file.Path;
import java.time.Duration;

/**
 * This room's settings.
 *
 * @param resultDirectory where result files lie; emptied at every start
 * @param concurrentStatements statements that run at once, per cluster of a warehouse
 * @param queuedStatements statements that may wait, per warehouse; more are refused with RESOURCE_EXHAUSTED
 * @param queueTimeout how long a statement may wait for its turn
 * @param statementTimeout how long a statement may run; the vendor's default is two days
 * @param results limits of results
 * @param resultRetention how long a finished statement can be asked for; the vendor's is one hour
 * @param linkLifetime how long a signed link to a result file works; the vendor's is 15 minutes
 * @param historyRetention how long the query history keeps a statement
 */
public record SqlConfig(
        Path resultDirectory,
        int concurrentStatements,
        int queuedStatements,
        Duration queueTimeout,
        Duration statementTimeout,
        ResultLimits results,
        Duration resultRetention,
        Duration linkLifetime,
        Duration historyRetention) {
    /** Longest statement text, in bytes of UTF-8: the vendor's 16 MiB. */
    public static final int STATEMENT_BYTES = 16 * 1024 * 1024;

    /**
     * Limits of results, in bytes.
     *
     * @param inline largest result of disposition INLINE; the vendor's is 25 MiB
     * @param external largest result of disposition EXTERNAL_LINKS if the client sets no limit; the vendor's is 100 GiB
     * @param chunk a chunk behind a link is closed once it holds so much
     * @param inlineChunk likewise of an inline result, whose chunks pass through memory
     * @param resident a result up to this size stays in memory instead of going to a file
     * @param memory all results in memory together; further ones go to files
     * @param disk all result files together; a statement that would pass it fails
     */
    public record ResultLimits(
            long inline, long external, long chunk, long inlineChunk, long resident, long memory, long disk) {
        private static final long MIB = 1024L * 1024L;
        public static final ResultLimits DEFAULT =
                new ResultLimits(25 * MIB, 100 * 1024 * MIB, 16 * MIB, 2 * MIB, MIB, 64 * MIB, 100 * 1024 * MIB);

        /** The same with another limit on disk. */
        public ResultLimits withDisk(long bytes) {
            return new ResultLimits(inline, external, chunk, inlineChunk, resident, memory, bytes);
        }

        public ResultLimits {
            if (inline < 1 || external < 1 || chunk < 1 || inlineChunk < 1 || resident < 0 || memory < 0 || disk < 1) {
                throw new IllegalArgumentException(
                        "A limit of results is zero or negative: use positive numbers of bytes");
            }
        }
    }

    public SqlConfig {
        if (concurrentStatements < 1 || concurrentStatements > 1000) {
            throw new IllegalArgumentException(
                    "tarn.sql.concurrent-statements is " + concurrentStatements + ": use 1 to 1000");
        }
        if (queuedStatements < 0 || queuedStatements > 100_000) {
            throw new IllegalArgumentException(
                    "tarn.sql.queued-statements is " + queuedStatements + ": use 0 to 100000");
        }
        positive("queue-timeout", queueTimeout);
        positive("statement-timeout", statementTimeout);
        positive("result-retention", resultRetention);
        positive("link-lifetime", linkLifetime);
        positive("history-retention", historyRetention);
    }

    /** The documented defaults, with result files below the data directory. */
    public static SqlConfig defaults(Path dataDirectory) {
        return new SqlConfig(
                dataDirectory.resolve("results"),
                10,
                1000,
                Duration.ofMinutes(10),
                Duration.ofSeconds(172_800),
                ResultLimits.DEFAULT,
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofDays(30));
    }

    /** The defaults, but for what administrators most often set. */
    public static SqlConfig of(
            Path dataDirectory,
            int concurrentStatements,
            Duration statementTimeout,
            Duration resultRetention,
            long resultDiskBytes) {
        SqlConfig defaults = defaults(dataDirectory);
        return new SqlConfig(
                defaults.resultDirectory(),
                concurrentStatements,
                defaults.queuedStatements(),
                defaults.queueTimeout(),
                statementTimeout,
                defaults.results().withDisk(resultDiskBytes),
                resultRetention,
                defaults.linkLifetime(),
                defaults.historyRetention());
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("tarn.sql." + name + " is " + value + ": use a duration above zero");
        }
    }
}
