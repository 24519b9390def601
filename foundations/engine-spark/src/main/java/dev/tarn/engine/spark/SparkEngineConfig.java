package dev.tarn.engine.spark;

import java.nio.file.Path;

/**
 * How Spark runs.
 *
 * @param directory scratch space: shuffle files, spills; may be deleted between runs
 * @param master {@code local[*]} for this process, or a cluster's address
 * @param shufflePartitions partitions of a shuffle; 0 takes the number of cores
 */
public record SparkEngineConfig(Path directory, String master, int shufflePartitions) {
    int partitions() {
        return shufflePartitions > 0
                ? shufflePartitions
                : Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
