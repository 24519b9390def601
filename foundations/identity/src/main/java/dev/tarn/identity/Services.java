package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialUse;
import dev.tarn.identity.internal.LastUse;
import dev.tarn.identity.internal.Stores;

/** What the room's use cases are made of. */
record Services(
        Database db,
        Stores stores,
        CallerCache cache,
        CredentialUse use,
        LastUse lastUse,
        Audit audit,
        Clocks clocks,
        IdentityConfig config) {}
