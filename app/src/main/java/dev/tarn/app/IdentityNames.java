package dev.tarn.app;

import dev.tarn.catalog.sql.PrincipalNames;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;
import java.util.List;

/** Answers the catalog's SHOW USERS and SHOW GROUPS. */
record IdentityNames(Principals principals) implements PrincipalNames {
    @Override
    public List<String> users(Caller caller) {
        return names(caller, PrincipalKind.USER);
    }

    @Override
    public List<String> groups(Caller caller) {
        return names(caller, PrincipalKind.GROUP);
    }

    private List<String> names(Caller caller, PrincipalKind kind) {
        return principals.list(caller, kind, PrincipalQuery.all()).items().stream()
                .map(details -> details.principal().name())
                .sorted()
                .toList();
    }
}
