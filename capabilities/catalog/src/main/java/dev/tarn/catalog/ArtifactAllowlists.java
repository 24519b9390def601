package dev.tarn.catalog;

import dev.tarn.access.Guard;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.SettingStore;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import java.time.Instant;
import java.util.List;

/** Prefixes of libraries and init scripts that shared compute may load; empty lists allow nothing. */
public final class ArtifactAllowlists {
    /** What a list is about. */
    public enum Kind {
        INIT_SCRIPT,
        LIBRARY_JAR,
        LIBRARY_MAVEN
    }

    /** A list as it was last set. */
    public record Allowlist(List<String> prefixes, Instant createdAt, String createdBy) {
        public Allowlist {
            prefixes = List.copyOf(prefixes);
        }
    }

    private final Database db;
    private final Guard guard;
    private final Clocks clocks;
    private final CatalogStore store;
    private final SettingStore settings = new SettingStore();

    ArtifactAllowlists(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.clocks = parts.clocks();
        this.store = parts.catalogs();
    }

    /** Needs MANAGE ALLOWLIST on the metastore, or to manage it. */
    public Allowlist get(Caller caller, Kind kind) {
        return db.read(tx -> {
            guard.require(
                    tx,
                    caller,
                    CatalogAction.MANAGE_ALLOWLIST,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            return settings.allowlist(tx, caller.metastore(), kind)
                    .orElseGet(() -> new Allowlist(
                            List.of(), clocks.now(caller), caller.principal().name()));
        });
    }

    /** Replaces a list. Needs MANAGE ALLOWLIST on the metastore, or to manage it. */
    public Allowlist set(Caller caller, Kind kind, List<String> prefixes) {
        return db.write(tx -> {
            guard.require(
                    tx,
                    caller,
                    CatalogAction.MANAGE_ALLOWLIST,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            Allowlist list = new Allowlist(
                    prefixes, clocks.now(caller), caller.principal().name());
            settings.setAllowlist(tx, caller.metastore(), kind, list);
            return list;
        });
    }
}
