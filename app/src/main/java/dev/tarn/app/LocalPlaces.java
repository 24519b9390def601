package dev.tarn.app;

import dev.tarn.catalog.ManagedStorage;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Until there are external locations: the roots on this machine, for administrators only. */
final class LocalPlaces implements ManagedStorage {
    private final List<Path> roots;

    LocalPlaces(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public String authorize(Caller caller, String url, Use use) {
        Path path = local(url);
        if (!caller.workspaceAdmin() || roots.stream().noneMatch(path::startsWith)) {
            throw AppException.denied(
                    "%s may not use '%s'.".formatted(caller.principal().name(), url));
        }
        return "file:" + path;
    }

    private static Path local(String url) {
        try {
            String path = url.startsWith("/")
                    ? url
                    : URI.create(url.replace(" ", "%20")).getPath();
            return Path.of(path).normalize();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw AppException.invalid("'%s' is not the URI of a place: write file:/directory.".formatted(url));
        }
    }
}
