package dev.tarn.secrets;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.secrets.internal.SecretStore;
import dev.tarn.secrets.internal.SecretStore.Sealed;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Secrets: bytes that only those with READ on their scope get back. Values are sealed before they reach the store and are in no
 * log, error or audit entry; reading one is audited. Limits are the vendor's: 128 KB a value, 1000 secrets a scope.
 */
public final class Secrets {
    private static final int MOST_BYTES = 128 * 1024;
    private static final int MOST_SECRETS = 1_000;
    private static final int BATCH = 200;

    private final Database db;
    private final Scopes scopes;
    private final SecretBox box;
    private final Audit audit;
    private final Clocks clocks;
    private final Predicate<Caller> serverAdministrator;
    private final SecretStore store = new SecretStore();

    Secrets(
            Database db,
            Scopes scopes,
            SecretBox box,
            Audit audit,
            Clocks clocks,
            Predicate<Caller> serverAdministrator) {
        this.db = db;
        this.scopes = scopes;
        this.box = box;
        this.audit = audit;
        this.clocks = clocks;
        this.serverAdministrator = serverAdministrator;
    }

    /** Keeps a value under a key, instead of the one that is there. Needs WRITE. */
    public void put(Caller caller, String scopeName, String key, byte[] value) {
        if (!Scopes.NAME.matcher(key).matches()) {
            throw SecretsErrors.badName("key", key);
        }
        if (value.length > MOST_BYTES) {
            throw SecretsErrors.tooLarge(value.length, MOST_BYTES);
        }
        db.change(tx -> {
            Authorized<Scope> scope = scopes.authorized(tx, caller, scopeName, ScopePermission.WRITE);
            boolean fresh = store.find(tx, scope, key).isEmpty();
            if (fresh && store.count(tx, scope) >= MOST_SECRETS) {
                throw SecretsErrors.limit(
                        "A scope holds at most %d secrets. Delete one, or use another scope.".formatted(MOST_SECRETS));
            }
            String sealed = box.seal(value, context(scope.value().id(), key));
            store.put(tx, scope, key, sealed, clocks.now(caller));
        });
        audit.record(caller, Scopes.AUDIT, "putSecret", scopeName, Map.of("key", key), "");
    }

    /** The value. Needs READ. */
    public byte[] get(Caller caller, String scopeName, String key) {
        byte[] value = db.read(tx -> {
            Authorized<Scope> scope = scopes.authorized(tx, caller, scopeName, ScopePermission.READ);
            String sealed = store.find(tx, scope, key).orElseThrow(() -> SecretsErrors.noSecret(scopeName, key));
            return box.open(sealed, context(scope.value().id(), key));
        });
        audit.record(caller, Scopes.AUDIT, "getSecret", scopeName, Map.of("key", key), "");
        return value;
    }

    /** The keys of a scope, by name. Needs READ. */
    public List<SecretEntry> list(Caller caller, String scopeName) {
        return db.read(tx -> store.list(tx, scopes.authorized(tx, caller, scopeName, ScopePermission.READ)));
    }

    /** Deletes a value. Needs WRITE. */
    public void delete(Caller caller, String scopeName, String key) {
        db.change(tx -> {
            if (!store.delete(tx, scopes.authorized(tx, caller, scopeName, ScopePermission.WRITE), key)) {
                throw SecretsErrors.noSecret(scopeName, key);
            }
        });
        audit.record(caller, Scopes.AUDIT, "deleteSecret", scopeName, Map.of("key", key), "");
    }

    /**
     * Brings a new master key for everything that the server keeps sealed, of every room. Needs an administrator of a lasting
     * workspace.
     *
     * @return how many values were sealed again
     */
    public int rotateMasterKey(Caller caller) {
        if (!serverAdministrator.test(caller)) {
            var denial = SecretsErrors.notAdministrator(caller);
            audit.record(caller, Scopes.AUDIT, "rotateMasterKey", "", Map.of(), denial.message());
            throw denial;
        }
        int sealed = box.rotate();
        audit.record(caller, Scopes.AUDIT, "rotateMasterKey", "", Map.of("values", String.valueOf(sealed)), "");
        return sealed;
    }

    int sealAgain() {
        int count = 0;
        Sealed last = new Sealed("", "", "");
        while (true) {
            Sealed from = last;
            List<Sealed> batch = db.read(tx -> store.after(tx, from, BATCH));
            if (batch.isEmpty()) {
                return count;
            }
            List<Sealed> old = batch.stream()
                    .filter(entry -> !box.isCurrent(entry.sealed()))
                    .toList();
            db.change(tx -> old.forEach(entry -> store.replace(tx, entry, again(entry))));
            count += old.size();
            last = batch.get(batch.size() - 1);
        }
    }

    private String again(Sealed entry) {
        String context = context(entry.scopeId(), entry.key());
        return box.seal(box.open(entry.sealed(), context), context);
    }

    private static String context(String scopeId, String key) {
        return "secrets/" + scopeId + "/" + key;
    }
}
