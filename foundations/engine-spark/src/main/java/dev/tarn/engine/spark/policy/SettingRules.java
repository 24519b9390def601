package dev.tarn.engine.spark.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which session settings SQL may change, and which it may only read. */
public final class SettingRules {
    /** What may be changed: semantics and sizes of the session's own queries. */
    static final Set<String> WRITABLE = new TreeSet<>(List.of(
            "spark.sql.session.timeZone",
            "spark.sql.ansi.enabled",
            "spark.sql.caseSensitive",
            "spark.sql.storeAssignmentPolicy",
            "spark.sql.shuffle.partitions",
            "spark.sql.autoBroadcastJoinThreshold",
            "spark.sql.broadcastTimeout",
            "spark.sql.adaptive.enabled",
            "spark.sql.adaptive.coalescePartitions.enabled",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes",
            "spark.sql.adaptive.skewJoin.enabled",
            "spark.sql.cbo.enabled",
            "spark.sql.cbo.joinReorder.enabled",
            "spark.sql.crossJoin.enabled",
            "spark.sql.files.maxPartitionBytes",
            "spark.sql.files.ignoreCorruptFiles",
            "spark.sql.files.ignoreMissingFiles",
            "spark.sql.files.maxRecordsPerFile",
            "spark.sql.groupByOrdinal",
            "spark.sql.groupByAliases",
            "spark.sql.orderByOrdinal",
            "spark.sql.mapKeyDedupPolicy",
            "spark.sql.legacy.timeParserPolicy",
            "spark.sql.legacy.sizeOfNull",
            "spark.sql.parquet.mergeSchema",
            "spark.sql.parquet.compression.codec",
            "spark.sql.sources.partitionOverwriteMode",
            "spark.sql.timestampType",
            "spark.sql.datetime.java8API.enabled",
            "spark.sql.jsonGenerator.ignoreNullFields",
            "spark.sql.readSideCharPadding",
            "spark.sql.decimalOperations.allowPrecisionLoss",
            "spark.sql.repl.eagerEval.enabled",
            "spark.sql.execution.arrow.pyspark.enabled",
            "spark.sql.execution.arrow.maxRecordsPerBatch",
            "spark.databricks.delta.schema.autoMerge.enabled",
            "spark.databricks.delta.retentionDurationCheck.enabled",
            "spark.databricks.delta.vacuum.logging.enabled",
            "spark.databricks.delta.optimizeWrite.enabled",
            "spark.databricks.delta.autoCompact.enabled",
            "spark.databricks.delta.properties.defaults.enableChangeDataFeed",
            "spark.databricks.delta.properties.defaults.enableDeletionVectors",
            "spark.databricks.delta.properties.defaults.columnMapping.mode",
            "spark.databricks.delta.properties.defaults.autoOptimize.optimizeWrite",
            "spark.databricks.delta.properties.defaults.autoOptimize.autoCompact",
            "spark.databricks.delta.commitInfo.userMetadata",
            "spark.databricks.delta.merge.repartitionBeforeWrite.enabled",
            "spark.databricks.delta.changeDataFeed.timestampOutOfRange.enabled"));

    /** What may be read besides. */
    static final Set<String> READABLE = new TreeSet<>(List.of(
            "spark.sql.defaultCatalog",
            "spark.sql.sources.default",
            "spark.sql.variable.substitute",
            "spark.sql.execution.arrow.pyspark.fallback.enabled",
            "spark.sql.execution.pandas.convertToArrowArraySafely",
            "spark.sql.session.localRelationCacheThreshold",
            "spark.app.name"));

    /** The vendor's names of settings, and what they are called here. A name without a meaning here is kept and has no effect. */
    static final Map<String, String> ALIASES = Map.of(
            "ansi_mode", "spark.sql.ansi.enabled",
            "timezone", "spark.sql.session.timeZone",
            "legacy_time_parser_policy", "spark.sql.legacy.timeParserPolicy",
            "max_file_partition_bytes", "spark.sql.files.maxPartitionBytes",
            "statement_timeout", "tarn.statementTimeout",
            "use_cached_result", "tarn.useCachedResult",
            "enable_photon", "tarn.enablePhoton",
            "query_tags", "tarn.queryTags");

    /**
     * What the engine must set when it starts, and no session may change: each closes a way around the policy.
     */
    private static final Map<String, String> REQUIRED = Map.of(
            // the single-pass analyser skips the injected rules that run before any file is touched
            "spark.sql.analyzer.singlePassResolver.enabled", "false",
            // ${env:...} and ${system:...} in a statement would show the server's environment
            "spark.sql.variable.substitute", "false",
            "spark.sql.scripting.enabled", "true");

    private SettingRules() {}

    /** Settings of the Spark session that the policy relies on; the engine sets them before it opens the first session. */
    public static Map<String, String> required() {
        return REQUIRED;
    }

    /** The name that the setting has here, which a session may change. */
    public static String writable(String key) {
        String known = ALIASES.getOrDefault(key.toLowerCase(Locale.ROOT), key);
        if (!WRITABLE.contains(known) && !ALIASES.containsValue(known)) {
            throw PolicyErrors.setting(key, true);
        }
        return known;
    }

    /** The name that the setting has here, which a session may read. */
    public static String readable(String key) {
        String known = ALIASES.getOrDefault(key.toLowerCase(Locale.ROOT), key);
        if (!WRITABLE.contains(known) && !READABLE.contains(known) && !ALIASES.containsValue(known)) {
            throw PolicyErrors.setting(key, false);
        }
        return known;
    }
}
