package dev.tarn.git;

import java.util.List;
import java.util.TreeSet;

/**
 * Which part of a repository is checked out: whole folders, and the files that lie directly in the folders above them (git
 * sparse-checkout, cone mode).
 *
 * @param folders without slashes at their ends
 */
public record SparseCone(List<String> folders) {
    private static final int MOST = 100;
    private static final int LONGEST = 1_000;

    public SparseCone {
        folders = List.copyOf(folders);
    }

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE for patterns that are no folders */
    static SparseCone parse(List<String> patterns) {
        if (patterns.size() > MOST) {
            throw GitErrors.tooMany("patterns in a sparse checkout", MOST);
        }
        TreeSet<String> folders = new TreeSet<>();
        for (String pattern : patterns) {
            String folder = pattern.replaceAll("^/+|/+$", "");
            boolean plain = !folder.isEmpty()
                    && folder.length() <= LONGEST
                    && folder.chars().noneMatch(c -> "*?![]\\#".indexOf(c) >= 0 || Character.isISOControl(c));
            if (!plain
                    || List.of(folder.split("/", -1)).stream().anyMatch(part -> part.isEmpty() || part.equals(".."))) {
                throw GitErrors.badPattern(pattern);
            }
            folders.add(folder);
        }
        return new SparseCone(List.copyOf(folders));
    }

    /** Whether a file is checked out. */
    public boolean holdsFile(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return true;
        }
        String parent = path.substring(0, slash);
        return folders.stream().anyMatch(folder -> isIn(parent, folder) || isIn(folder, parent));
    }

    /** Whether a folder holds something that is checked out. */
    public boolean entersFolder(String path) {
        return folders.stream().anyMatch(folder -> isIn(path, folder) || isIn(folder, path));
    }

    private static boolean isIn(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
