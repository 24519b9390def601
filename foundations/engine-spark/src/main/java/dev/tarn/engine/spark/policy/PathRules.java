package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.PathAccess;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * Decides about paths that a statement names. A path is taken apart before the catalog is asked, so that what is authorized is
 * what the file system will open: no {@code ..}, no encoded or control characters, and a glob only below an authorized place.
 */
final class PathRules {
    private static final String GLOB = "*?[]{}^\\";

    private final LakehouseCatalog catalog;

    PathRules(LakehouseCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The path as the file system knows it.
     *
     * @throws dev.tarn.core.AppException PERMISSION_DENIED if the caller may not, INVALID_PARAMETER_VALUE for a path that hides
     *     where it leads
     */
    String authorize(Caller caller, String path, PathAccess access) {
        String safe = normalised(path);
        int glob = firstGlob(safe);
        if (glob < 0) {
            return catalog.authorizePath(caller, safe, access).toString();
        }
        if (access == PathAccess.WRITE) {
            throw PolicyErrors.badPath(path, "a place to write to holds no wildcards");
        }
        int end = safe.lastIndexOf('/', glob);
        if (end <= 0) {
            throw PolicyErrors.badPath(path, "wildcards must come after a folder");
        }
        URI base = catalog.authorizePath(caller, safe.substring(0, end), access);
        String folder = base.toString();
        return (folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder) + safe.substring(end);
    }

    /** Checks the form alone. */
    static String normalised(String path) {
        String trimmed = path.trim();
        if (trimmed.isEmpty()) {
            throw PolicyErrors.badPath(path, "it is empty");
        }
        if (trimmed.chars().anyMatch(Character::isISOControl)) {
            throw PolicyErrors.badPath("?", "it holds control characters");
        }
        if (Arrays.stream(trimmed.split("[/{},\\\\]")).anyMatch(PathRules::climbs)) {
            throw PolicyErrors.badPath(path, "'..' is not allowed in it");
        }
        return trimmed;
    }

    /** The part of a path before its first wildcard. */
    static String folder(String path) {
        int glob = firstGlob(path);
        return glob < 0 ? path : path.substring(0, Math.max(0, path.lastIndexOf('/', glob)));
    }

    private static boolean climbs(String segment) {
        String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return plain.equals("..") || plain.endsWith(":..");
    }

    private static int firstGlob(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (GLOB.indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
