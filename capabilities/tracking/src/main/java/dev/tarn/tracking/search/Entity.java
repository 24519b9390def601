package dev.tarn.tracking.search;

/** What a filter or an order speaks of. */
public enum Entity {
    METRIC("metric"),
    PARAM("parameter"),
    TAG("tag"),
    ATTRIBUTE("attribute"),
    DATASET("dataset"),
    METADATA("metadata");

    private final String word;

    Entity(String word) {
        this.word = word;
    }

    /** In messages. */
    public String word() {
        return word;
    }
}
