package dev.tarn.engine.spark.session;

import dev.tarn.engine.StatementProgress;
import dev.tarn.engine.StatementProgress.Done;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.status.api.v1.StageData;
import org.apache.spark.status.api.v1.StageStatus;
import scala.Option;

/** Sums what Spark's own book-keeping says of the jobs of one group. */
final class Progress {
    private Progress() {}

    static StatementProgress of(SparkContext spark, String jobGroup) {
        Set<Integer> stages = new HashSet<>();
        for (int job : spark.statusTracker().getJobIdsForGroup(jobGroup)) {
            Option<SparkJobInfo> info = spark.statusTracker().getJobInfo(job);
            if (info.isDefined()) {
                for (int stage : info.get().stageIds()) {
                    stages.add(stage);
                }
            }
        }
        long[] read = new long[2];
        int[] counts = new int[4];
        for (int stage : stages) {
            try {
                add(spark.statusStore().lastStageAttempt(stage), read, counts);
            } catch (NoSuchElementException e) {
                counts[1]++; // not begun yet, or long forgotten
            }
        }
        return new StatementProgress(read[0], read[1], new Done(counts[0], counts[1]), new Done(counts[2], counts[3]));
    }

    private static void add(StageData stage, long[] read, int[] counts) {
        if (stage.status() == StageStatus.SKIPPED) {
            return;
        }
        read[0] += stage.inputRecords();
        read[1] += stage.inputBytes();
        counts[0] += stage.status() == StageStatus.COMPLETE ? 1 : 0;
        counts[1]++;
        counts[2] += stage.numCompleteTasks();
        counts[3] += stage.numTasks();
    }
}
