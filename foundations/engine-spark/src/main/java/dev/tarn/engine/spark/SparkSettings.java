package dev.tarn.engine.spark;

import dev.tarn.engine.spark.files.ObjectFileSystem;
import dev.tarn.engine.spark.fs.PlainLocalFileSystem;
import dev.tarn.engine.spark.policy.SettingRules;
import java.util.Map;
import java.util.TreeMap;

/** Spark's settings, each with its reason where it is not obvious. */
final class SparkSettings {
    private SparkSettings() {}

    static Map<String, String> of(SparkEngineConfig config) {
        String partitions = String.valueOf(config.partitions());
        Map<String, String> settings = new TreeMap<>();
        // nobody reaches Spark but through this process
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.local.dir", config.directory().toString());
        settings.put(
                "spark.sql.warehouse.dir",
                config.directory().resolve("unused-warehouse").toUri().toString());
        settings.put("spark.sql.catalogImplementation", "in-memory");
        settings.put("spark.sql.sources.default", "delta");
        settings.put(
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension," + TarnExtensions.class.getName());
        settings.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        // small data on one machine: the defaults make thousands of tasks
        settings.put("spark.sql.shuffle.partitions", partitions);
        settings.put("spark.default.parallelism", partitions);
        settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
        settings.put("spark.databricks.delta.snapshotPartitions", "1");
        settings.put("spark.databricks.delta.stalenessLimit", "0");
        settings.put("spark.sql.files.maxPartitionBytes", "64m");
        // Hadoop forks a process per file to set permissions; the data directory's own permissions protect it
        settings.put("spark.hadoop.fs.file.impl", PlainLocalFileSystem.class.getName());
        settings.put("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore");
        config.files().map(ObjectFileSystem::settings).ifPresent(settings::putAll);
        settings.put("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put("spark.sql.ansi.enabled", "true");
        settings.put("spark.sql.datetime.java8API.enabled", "true");
        settings.put("spark.cleaner.periodicGC.interval", "5min");
        settings.put("spark.scheduler.mode", "FAIR");
        settings.put("spark.sql.execution.arrow.maxRecordsPerBatch", "10000");
        settings.put("spark.databricks.delta.schema.typeCheck.enabled", "true");
        settings.putAll(SettingRules.required());
        return settings;
    }
}
