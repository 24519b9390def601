package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.BundleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the last deployment left: ids of resources, what they were made from, and digests of files. Kept in the workspace, so that
 * everybody who deploys knows it, and written after each step, so that an interrupted deployment goes on where it stopped.
 */
final class State {
    private static final int VERSION = 1;
    static final String FILE = "/resources.json";

    /** @param made what the resource was last made from: {@code fields}, {@code grants}, {@code permissions} */
    record Entry(String id, ObjectNode made) {}

    private final String lineage;
    private long serial;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private State(String lineage, long serial) {
        this.lineage = lineage;
        this.serial = serial;
    }

    static State read(Api api, String folder) {
        Optional<byte[]> stored = api.exportFile(folder + FILE);
        if (stored.isEmpty()) {
            return new State(UUID.randomUUID().toString(), 0);
        }
        try {
            JsonNode json = Api.JSON.readTree(stored.get());
            if (json.path("state_version").asInt() > VERSION
                    || !json.path("state").isObject()) {
                throw new BundleException("the state in " + folder + FILE
                        + " was written by a newer version of this program. Use that version.");
            }
            State state =
                    new State(json.path("lineage").asText(), json.path("serial").asLong());
            json.path("state")
                    .fields()
                    .forEachRemaining(field -> state.entries.put(
                            field.getKey(),
                            new Entry(field.getValue().path("__id__").asText(), (ObjectNode)
                                    field.getValue().path("state"))));
            json.path("files")
                    .fields()
                    .forEachRemaining(field ->
                            state.files.put(field.getKey(), field.getValue().asText()));
            return state;
        } catch (IOException | ClassCastException e) {
            throw new BundleException(
                    "the state in " + folder + FILE + " is damaged. Restore an earlier revision of that file.");
        }
    }

    void write(Api api, String folder) {
        serial++;
        ObjectNode json = Api.object()
                .put("state_version", VERSION)
                .put("lineage", lineage)
                .put("serial", serial);
        ObjectNode resources = json.putObject("state");
        entries.forEach((key, entry) ->
                resources.putObject(key).put("__id__", entry.id()).set("state", entry.made()));
        ObjectNode digests = json.putObject("files");
        files.forEach(digests::put);
        api.importFile(folder + FILE, json.toPrettyString().getBytes(StandardCharsets.UTF_8), true);
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(String key, String id, ObjectNode made) {
        entries.put(key, new Entry(id, made));
    }

    void remove(String key) {
        entries.remove(key);
    }

    /** Keys of all resources that are there, in the order in which they were made. */
    Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    java.util.List<String> keys() {
        return java.util.List.copyOf(entries.keySet());
    }

    /** Digests of uploaded files by their path below the bundle's files. */
    Map<String, String> files() {
        return files;
    }

    boolean isEmpty() {
        return entries.isEmpty() && files.isEmpty();
    }
}
