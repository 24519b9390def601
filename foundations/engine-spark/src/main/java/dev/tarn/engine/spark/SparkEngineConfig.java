package dev.tarn.engine.spark;

import dev.tarn.engine.files.ObjectFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How Spark runs.
 *
 * @param directory scratch space: shuffle files, spills; may be deleted between runs
 * @param master {@code local[*]} for this process, or a cluster's address
 * @param shufflePartitions partitions of a shuffle; 0 takes the number of cores
 * @param files of object stores; without them there are only local ones
 */
public record SparkEngineConfig(Path directory, String master, int shufflePartitions, Optional<ObjectFiles> files) {
    public SparkEngineConfig(Path directory, String master, int shufflePartitions) {
        this(directory, master, shufflePartitions, Optional.empty());
    }

    int partitions() {
        return shufflePartitions > 0
                ? shufflePartitions
                : Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
