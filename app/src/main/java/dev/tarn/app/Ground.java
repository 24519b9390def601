package dev.tarn.app;

import dev.tarn.access.AccessModule;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.Outbox;
import dev.tarn.identity.IdentityModule;
import java.util.Deque;

/**
 * What every wing of the house stands on.
 *
 * @param closing what is closed when the server stops, last made first
 */
record Ground(
        TarnConfig config,
        DataDirectory data,
        Database db,
        Clocks clocks,
        AccessModule access,
        IdentityModule identity,
        SecretBox box,
        Outbox outbox,
        Deque<AutoCloseable> closing) {
    <T extends AutoCloseable> T closeLater(T part) {
        closing.push(part);
        return part;
    }
}
