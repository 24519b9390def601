package dev.tarn.tracking;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Names for runs whose client did not give one. */
final class RunNames {
    private static final List<String> HOW = List.of(
            "able", "bold", "calm", "clear", "deft", "eager", "fleet", "gentle", "hardy", "keen", "lively", "mellow",
            "nimble", "patient", "quiet", "ready", "serene", "steady", "swift", "warm");
    private static final List<String> WHO = List.of(
            "alder", "birch", "char", "crane", "dipper", "fern", "heron", "ibex", "kestrel", "lark", "marten", "newt",
            "otter", "perch", "pine", "raven", "sedge", "swan", "trout", "wren");

    private RunNames() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HOW.get(random.nextInt(HOW.size())) + "-" + WHO.get(random.nextInt(WHO.size())) + "-"
                + random.nextInt(1000);
    }
}
