package dev.tarn.settings;

import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.settings.Definition.Kind;
import dev.tarn.settings.Definition.Stamp;
import dev.tarn.settings.internal.SettingsStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Global init scripts, cluster policies and notification destinations, as definitions. Needs the workspace administrator. */
public final class Definitions {
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int BATCH = 200;

    private final Database db;
    private final Clocks clocks;
    private final Administrators administrators;
    private final SettingsStore store;
    private final SecretBox box;

    Definitions(Database db, Clocks clocks, Administrators administrators, SettingsStore store, SecretBox box) {
        this.db = db;
        this.clocks = clocks;
        this.administrators = administrators;
        this.store = store;
        this.box = box;
    }

    /** In the order in which they were made. */
    public List<Definition> list(Caller caller, Kind kind) {
        administrators.require(caller, "list" + kind);
        return db.read(tx -> store.definitions(tx, caller.workspace(), kind)).stream()
                .map(this::opened)
                .toList();
    }

    public Definition get(Caller caller, Kind kind, String id) {
        administrators.require(caller, "get" + kind);
        return opened(db.read(tx -> find(tx, caller, kind, id)));
    }

    /** @param body JSON of the kind's own form */
    public Definition create(Caller caller, Kind kind, String name, String body) {
        administrators.require(caller, "create" + kind);
        Instant now = clocks.now(caller);
        String by = caller.principal().name();
        Definition made = new Definition(
                Ids.hex16().toUpperCase(java.util.Locale.ROOT), kind, name, body, new Stamp(now, by, now, by));
        db.change(tx -> {
            if (store.definitions(tx, caller.workspace(), kind).size() >= MOST) {
                throw SettingsErrors.badValue("name", "one that exists: there are " + MOST + " already");
            }
            put(tx, caller, made);
        });
        administrators.changed(caller, "create" + kind, made.id());
        return made;
    }

    /** @param change of the body; the name comes with it */
    public Definition change(Caller caller, Kind kind, String id, String name, UnaryOperator<String> change) {
        administrators.require(caller, "edit" + kind);
        Definition changed = db.write(tx -> {
            Definition old = opened(find(tx, caller, kind, id));
            Stamp stamp = new Stamp(
                    old.createdAt(),
                    old.createdBy(),
                    clocks.now(caller),
                    caller.principal().name());
            Definition next =
                    new Definition(id, kind, name.isEmpty() ? old.name() : name, change.apply(old.body()), stamp);
            put(tx, caller, next);
            return next;
        });
        administrators.changed(caller, "edit" + kind, id);
        return changed;
    }

    public void delete(Caller caller, Kind kind, String id) {
        administrators.require(caller, "delete" + kind);
        db.change(tx -> store.removeDefinition(tx, find(tx, caller, kind, id).id()));
        administrators.changed(caller, "delete" + kind, id);
    }

    int sealAgain() {
        int count = 0;
        String last = "";
        while (true) {
            String from = last;
            List<Map.Entry<String, String>> batch = db.read(tx -> store.sealed(tx, from, BATCH));
            if (batch.isEmpty()) {
                return count;
            }
            List<Map.Entry<String, String>> old = batch.stream()
                    .filter(entry -> !box.isCurrent(entry.getValue()))
                    .toList();
            db.change(tx -> old.forEach(entry -> store.sealAgain(
                    tx,
                    entry,
                    box.seal(box.open(entry.getValue(), context(entry.getKey())), context(entry.getKey())))));
            count += old.size();
            last = batch.get(batch.size() - 1).getKey();
        }
    }

    private void put(Tx tx, Caller caller, Definition definition) {
        String name = definition.name();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw SettingsErrors.badValue("name", "1 to " + LONGEST_NAME + " characters");
        }
        boolean taken = store.definitions(tx, caller.workspace(), definition.kind()).stream()
                .anyMatch(other -> other.name().equals(name) && !other.id().equals(definition.id()));
        if (taken) {
            throw SettingsErrors.nameTaken(definition.kind().words(), name);
        }
        byte[] body = definition.body().getBytes(StandardCharsets.UTF_8);
        store.put(tx, caller.workspace(), definition.withBody(box.seal(body, context(definition.id()))));
    }

    private Definition find(Tx tx, Caller caller, Kind kind, String id) {
        return store.definitions(tx, caller.workspace(), kind).stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SettingsErrors.notFound(kind.words(), id));
    }

    private Definition opened(Definition stored) {
        return stored.withBody(new String(box.open(stored.body(), context(stored.id())), StandardCharsets.UTF_8));
    }

    private static String context(String id) {
        return "settings/" + id;
    }
}
