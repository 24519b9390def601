package dev.tarn.storage.internal;

import dev.tarn.storage.FilePath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Names of a folder in order, page by page. A disk gives them in no order, so each page would cost a pass over the whole folder:
 * one pass keeps the next {@value #WINDOW} names instead, for the pages that follow. Memory is bounded by the windows kept.
 */
final class LocalListing {
    private static final int WINDOW = 20_000;
    private static final int WINDOWS_KEPT = 8;

    /** Names follow each other by Unicode code point, which for UTF-8 is the order of the bytes, as object stores have it. */
    static final Comparator<String> ORDER = LocalListing::compare;

    /** Where a reader goes on. */
    private record Place(Path folder, String after) {}

    private final Map<Place, List<String>> windows = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * The names after one.
     *
     * @param after empty for the first page, which always looks at the disk
     * @param size how many at most; one more is answered if there is one
     */
    List<String> names(Path folder, String after, int size) throws IOException {
        Place place = new Place(folder, after);
        List<String> known = after.isEmpty() ? null : windows.remove(place);
        if (known == null || known.size() <= size) {
            known = scan(folder, after, Math.max(WINDOW, size + 1));
        }
        if (known.size() <= size) {
            return known;
        }
        List<String> page = known.subList(0, size + 1);
        keep(new Place(folder, known.get(size - 1)), known.subList(size, known.size()));
        return page;
    }

    private void keep(Place place, List<String> names) {
        synchronized (windows) {
            windows.put(place, List.copyOf(names));
            while (windows.size() > WINDOWS_KEPT) {
                windows.remove(windows.keySet().iterator().next());
            }
        }
    }

    private static List<String> scan(Path folder, String after, int limit) throws IOException {
        PriorityQueue<String> smallest = new PriorityQueue<>(Collections.reverseOrder(ORDER));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (ORDER.compare(name, after) > 0
                        && !name.equals(FilePath.RESERVED)
                        && (smallest.size() < limit || ORDER.compare(name, smallest.peek()) < 0)) {
                    smallest.add(name);
                    if (smallest.size() > limit) {
                        smallest.poll();
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        List<String> names = new ArrayList<>(smallest);
        names.sort(ORDER);
        return names;
    }

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean pair = Character.isSurrogate(a) != Character.isSurrogate(b);
                return pair ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
