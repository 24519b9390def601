package dev.tarn.engine.spark.session;

import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.ResultSchema;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.StatementMetrics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.arrow.ArrowConverters$;
import org.apache.spark.sql.internal.SQLConf;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A result as Arrow batches. Rows that Spark already holds are converted as they are; others are computed some partitions at a time,
 * in order, as the reader asks for them. What does not fit into a few megabytes of memory waits in files, so that a result and a
 * partition of any size take little heap; a cluster's tasks have no files in common with this process, and their partitions wait in
 * memory.
 */
final class SparkResultStream implements ResultStream {
    private static final int PARTITIONS_AT_A_TIME =
            Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Of one partition; beyond it, files. */
    private static final long MEMORY_BYTES = 4L << 20;

    private final SparkEngineSession session;
    private final Dataset<Row> dataset;
    private final ResultSchema schema;
    private final Deque<Spill.Batches> ready = new ArrayDeque<>();
    private final Path folder;
    private @Nullable Iterator<byte[]> local;
    private @Nullable JavaRDD<Spill.Part> distributed;
    private int nextPartition;
    private boolean begun;
    private boolean done;
    private long rows;

    SparkResultStream(SparkEngineSession session, Dataset<Row> dataset) {
        this.session = session;
        this.dataset = dataset;
        this.folder = session.spillFolder();
        this.schema = ResultSchemas.of(dataset.schema(), timeZone());
    }

    @Override
    public ResultSchema schema() {
        return schema;
    }

    @Override
    public Optional<ArrowBatch> next() {
        Optional<byte[]> message = waiting();
        while (message.isEmpty() && !done) {
            session.run(() -> {
                fill();
                return true;
            });
            message = waiting();
        }
        return message.map(found -> {
            long count = rowCount(found);
            rows += count;
            return new ArrowBatch(found, count);
        });
    }

    private Optional<byte[]> waiting() {
        while (!ready.isEmpty()) {
            Optional<byte[]> next = ready.element().next();
            if (next.isPresent()) {
                return next;
            }
            ready.remove().close();
        }
        return Optional.empty();
    }

    private void fill() {
        if (!begun) {
            begun = true;
            SQLExecution.withNewExecutionId(dataset.queryExecution(), Option.empty(), () -> {
                begin(dataset.queryExecution().executedPlan());
                return true;
            });
        }
        if (local != null) {
            if (local.hasNext()) {
                ready.add(Spill.read(new Spill.Part(new ArrayList<>(List.of(local.next())), "")));
            } else {
                done = true;
            }
            return;
        }
        SQLExecution.withSQLConfPropagated(session.spark(), () -> {
            computeMore();
            return true;
        });
    }

    private void begin(SparkPlan plan) {
        if (plan instanceof LocalTableScanExec || plan instanceof CommandResultExec) {
            InternalRow[] held = plan.executeCollect();
            local = (Iterator<byte[]>) (Iterator<?>) ArrowConverters$.MODULE$.toBatchIterator(
                    CollectionConverters.asScala(Arrays.asList(held).iterator()),
                    dataset.schema(),
                    conf().arrowMaxRecordsPerBatch(),
                    timeZone(),
                    false,
                    false,
                    null);
        } else {
            boolean oneMachine = session.spark().sparkContext().isLocal();
            distributed = dataset.toArrowBatchRdd(plan)
                    .toJavaRDD()
                    .mapPartitions(new Spill(folder.toString(), oneMachine ? MEMORY_BYTES : Long.MAX_VALUE));
        }
    }

    private void computeMore() {
        JavaRDD<Spill.Part> batches = java.util.Objects.requireNonNull(distributed);
        int last = Math.min(batches.getNumPartitions(), nextPartition + PARTITIONS_AT_A_TIME);
        if (nextPartition >= last) {
            done = true;
            return;
        }
        List<Spill.Part>[] parts =
                batches.collectPartitions(IntStream.range(nextPartition, last).toArray());
        Arrays.stream(parts).flatMap(List::stream).map(Spill::read).forEach(ready::add);
        nextPartition = last;
        done = nextPartition >= batches.getNumPartitions();
    }

    @Override
    public StatementMetrics metrics() {
        return Metrics.of(dataset.queryExecution(), rows);
    }

    @Override
    public void close() {
        if (!done) {
            done = true;
            session.cancel();
        }
        ready.forEach(Spill.Batches::close);
        ready.clear();
        session.deleteSpilled();
    }

    private SQLConf conf() {
        return session.spark().sessionState().conf();
    }

    private String timeZone() {
        return conf().sessionLocalTimeZone();
    }

    /** Reads the row count from an encapsulated record batch message: marker, metadata length, metadata. */
    private static long rowCount(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        int start = buffer.getInt(0) == -1 ? 8 : 4;
        Message metadata = Message.getRootAsMessage(
                buffer.slice(start, message.length - start).order(ByteOrder.LITTLE_ENDIAN));
        RecordBatch batch = new RecordBatch();
        metadata.header(batch);
        return batch.length();
    }
}
