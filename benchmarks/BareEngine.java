import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Spark and Delta without us, in one process: {@code BareEngine ROUNDS STATEMENT...} prints for each statement a line of JSON with the
 * p50 and p99 of its rounds in milliseconds, after as many rounds of warm-up.
 */
public final class BareEngine {
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .appName("bare")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.shuffle.partitions", cores)
                .config("spark.default.parallelism", cores)
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/bare-warehouse")
                .getOrCreate();
        for (String statement : Arrays.asList(arguments).subList(1, arguments.length)) {
            long[] nanos = new long[rounds];
            for (int round = -rounds; round < rounds; round++) {
                long start = System.nanoTime();
                spark.sql(statement).collectAsList();
                if (round >= 0) {
                    nanos[round] = System.nanoTime() - start;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "{\"p50_ms\": %.3f, \"p99_ms\": %.3f}%n",
                    nanos[rounds / 2] / 1e6,
                    nanos[Math.min(rounds - 1, rounds * 99 / 100)] / 1e6);
        }
        spark.stop();
    }
}
