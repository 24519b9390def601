package dev.tarn.tracking.internal;

import dev.tarn.db.Tx;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.RunInfo;
import dev.tarn.tracking.TrackingErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Params and tags of runs. */
public final class ValueStore {
    /** PostgreSQL's indexes take entries of up to 2704 bytes: key and head have at most 250 characters of 4 bytes each. */
    static final int HEAD = 250;

    private static final String PARAM = "tracking_param";
    private static final String TAG = "tracking_tag";

    /**
     * Writes params.
     *
     * @throws dev.tarn.core.AppException if one has another value already; the same value again changes nothing
     */
    public void putParams(Tx tx, RunInfo run, List<KeyValue> params) {
        if (params.isEmpty()) {
            return;
        }
        Map<String, String> known = new HashMap<>();
        tx.list(
                        "SELECT key, value FROM tracking_param WHERE run = :run AND key IN (<keys>)",
                        Map.of(
                                "run",
                                run.number(),
                                "keys",
                                params.stream().map(KeyValue::key).toList()),
                        row -> new KeyValue(row.text("key"), row.text("value")))
                .forEach(param -> known.put(param.key(), param.value()));
        List<KeyValue> fresh = new ArrayList<>();
        for (KeyValue param : params) {
            String old = known.get(param.key());
            if (old == null) {
                fresh.add(param);
            } else if (!old.equals(param.value())) {
                throw TrackingErrors.paramChanged(run.id(), param.key(), old, param.value());
            }
        }
        put(tx, PARAM, run, fresh);
    }

    public void putTags(Tx tx, RunInfo run, List<KeyValue> tags) {
        put(tx, TAG, run, tags);
    }

    public boolean deleteTag(Tx tx, RunInfo run, String key) {
        return tx.update(
                        "DELETE FROM tracking_tag WHERE run = :run AND key = :key",
                        Map.of("run", run.number(), "key", key))
                > 0;
    }

    /** The value of one tag, if the run has it. */
    public java.util.Optional<String> tag(Tx tx, RunInfo run, String key) {
        return tx.find(
                "SELECT value FROM tracking_tag WHERE run = :run AND key = :key",
                Map.of("run", run.number(), "key", key),
                row -> row.text("value"));
    }

    public Map<Long, List<KeyValue>> params(Tx tx, Collection<Long> runs) {
        return all(tx, PARAM, runs);
    }

    public Map<Long, List<KeyValue>> tags(Tx tx, Collection<Long> runs) {
        return all(tx, TAG, runs);
    }

    static String head(String value) {
        return value.codePointCount(0, value.length()) <= HEAD
                ? value
                : value.substring(0, value.offsetByCodePoints(0, HEAD));
    }

    private static void put(Tx tx, String table, RunInfo run, List<KeyValue> pairs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (KeyValue pair : pairs) {
            rows.add(Map.of(
                    "run",
                    run.number(),
                    "key",
                    pair.key(),
                    "experiment",
                    run.experiment(),
                    "head",
                    head(pair.value()),
                    "value",
                    pair.value()));
        }
        tx.updateAll(
                "INSERT INTO " + table
                        + " (run, key, experiment, head, value) VALUES (:run, :key, :experiment, :head, :value)"
                        + " ON CONFLICT (run, key) DO UPDATE SET head = excluded.head, value = excluded.value",
                rows);
    }

    private static Map<Long, List<KeyValue>> all(Tx tx, String table, Collection<Long> runs) {
        record Of(long run, KeyValue pair) {}
        return runs.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT run, key, value FROM " + table + " WHERE run IN (<runs>) ORDER BY run, key",
                                Map.of("runs", runs),
                                row -> new Of(row.number("run"), new KeyValue(row.text("key"), row.text("value"))))
                        .stream()
                        .collect(Collectors.groupingBy(Of::run, Collectors.mapping(Of::pair, Collectors.toList())));
    }
}
