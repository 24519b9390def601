package dev.tarn.secrets;

import dev.tarn.access.AccessModule;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import java.util.function.Predicate;

/** Wires the room. */
public final class SecretsModule {
    private final Scopes scopes;
    private final Secrets secrets;

    /** @param serverAdministrator who may rotate the master key, which every workspace of the server shares */
    public SecretsModule(
            Database db,
            AccessModule access,
            PrincipalDirectory principals,
            Clocks clocks,
            SecretBox box,
            Predicate<Caller> serverAdministrator) {
        scopes = new Scopes(db, access.objects(), access.audit(), principals, clocks);
        secrets = new Secrets(db, scopes, box, access.audit(), clocks, serverAdministrator);
        box.keeps(secrets::sealAgain);
    }

    public Scopes scopes() {
        return scopes;
    }

    public Secrets secrets() {
        return secrets;
    }
}
