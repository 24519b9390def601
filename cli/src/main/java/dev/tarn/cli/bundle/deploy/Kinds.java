package dev.tarn.cli.bundle.deploy;

import java.util.List;
import java.util.Optional;

/** The kinds of resources that a bundle can hold, in the order in which they are made where nothing else decides. */
final class Kinds {
    private static final List<Kind> ALL = List.of(
            UnityKind.catalogs(), UnityKind.schemas(), UnityKind.volumes(), new SecretScopeKind(), new WarehouseKind());

    private Kinds() {}

    static List<Kind> all() {
        return ALL;
    }

    static Optional<Kind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
