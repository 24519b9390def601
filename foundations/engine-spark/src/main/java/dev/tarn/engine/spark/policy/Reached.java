package dev.tarn.engine.spark.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The places that statements of one session were allowed to go, for the plans that Delta makes while it carries out a
 * statement: these name files, not tables. A statement itself can name no place that the hint rule has not authorized, so this
 * opens nothing to it. Safe for use by many threads.
 */
final class Reached {
    private static final int LIMIT = 4096;

    private final Set<String> places = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > LIMIT;
        }
    }));

    void add(String place) {
        String plain = plain(place);
        places.remove(plain);
        places.add(plain);
    }

    /** Whether the path is such a place or lies below one. */
    boolean covers(String path) {
        String rest = plain(path);
        while (!rest.isEmpty()) {
            if (places.contains(rest)) {
                return true;
            }
            int slash = rest.lastIndexOf('/');
            if (slash < 0) {
                return false;
            }
            rest = rest.substring(0, slash);
        }
        return false;
    }

    /** One spelling for {@code file:/x}, {@code file:///x} and {@code file:/x/}. */
    private static String plain(String place) {
        String text = place.replaceFirst("^file:/+", "file:/");
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
