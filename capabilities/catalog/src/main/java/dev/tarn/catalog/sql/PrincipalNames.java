package dev.tarn.catalog.sql;

import dev.tarn.core.Caller;
import java.util.List;

/** Names for SHOW USERS and SHOW GROUPS; identity answers. */
public interface PrincipalNames {
    List<String> users(Caller caller);

    List<String> groups(Caller caller);
}
