package dev.tarn.queries;

import dev.tarn.core.Caller;
import java.util.Arrays;

/**
 * Where a query lies: below {@code /Workspace/Users/<name>} or {@code /Workspace/Shared}. A folder is part of a query's name; it
 * grants nothing, the query's own permissions do.
 */
public record QueryFolder(String path) {
    private static final String ROOT = "/Workspace";
    private static final String USERS = ROOT + "/Users/";
    private static final String SHARED = ROOT + "/Shared";
    private static final int LONGEST = 1000;

    public QueryFolder {
        boolean whole = path.equals(SHARED) || path.startsWith(SHARED + "/") || path.startsWith(USERS);
        boolean proper = Arrays.stream(path.substring(1).split("/", -1))
                .noneMatch(part -> part.isBlank()
                        || part.equals(".")
                        || part.equals("..")
                        || part.chars().anyMatch(Character::isISOControl));
        if (!whole || !proper || path.length() > LONGEST) {
            throw QueryErrors.badFolder(path);
        }
    }

    /** Reads a path as clients write it: with or without {@code /Workspace} and a slash at its end. */
    public static QueryFolder parse(String path) {
        String plain = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        if (!plain.startsWith("/")) {
            throw QueryErrors.badFolder(path);
        }
        return new QueryFolder(plain.startsWith(ROOT + "/") ? plain : ROOT + plain);
    }

    public static QueryFolder home(Caller caller) {
        return new QueryFolder(USERS + caller.principal().name());
    }

    /** Whether the caller may put queries here: into shared folders and their own, administrators everywhere. */
    boolean open(Caller caller) {
        String home = USERS + caller.principal().name();
        return caller.workspaceAdmin()
                || path.equals(SHARED)
                || path.startsWith(SHARED + "/")
                || path.equalsIgnoreCase(home)
                || path.regionMatches(true, 0, home + "/", 0, home.length() + 1);
    }
}
