package dev.tarn.storage;

import dev.tarn.access.Action;
import dev.tarn.access.Privilege;
import dev.tarn.access.Rule;
import java.util.Set;

/** What one may do here, and what that takes: the whole permission table of this room. */
public enum StorageAction implements Action {
    // on the metastore
    CREATE_STORAGE_CREDENTIAL(Rule.manages(Privilege.CREATE_STORAGE_CREDENTIAL)),
    CREATE_EXTERNAL_LOCATION(Rule.manages(Privilege.CREATE_EXTERNAL_LOCATION)),
    // on a storage credential
    GET_STORAGE_CREDENTIAL(Rule.sees()),
    USE_STORAGE_CREDENTIAL(Rule.manages(Privilege.CREATE_EXTERNAL_LOCATION)),
    UPDATE_STORAGE_CREDENTIAL(Rule.manages()),
    DELETE_STORAGE_CREDENTIAL(Rule.manages()),
    // on an external location
    GET_EXTERNAL_LOCATION(Rule.sees()),
    UPDATE_EXTERNAL_LOCATION(Rule.manages()),
    DELETE_EXTERNAL_LOCATION(Rule.manages()),
    READ_FILES(Rule.owns(Privilege.READ_FILES)),
    WRITE_FILES(Rule.owns(Privilege.WRITE_FILES)),
    CREATE_EXTERNAL_TABLE(Rule.owns(Privilege.CREATE_EXTERNAL_TABLE)),
    CREATE_EXTERNAL_VOLUME(Rule.owns(Privilege.CREATE_EXTERNAL_VOLUME)),
    CREATE_MANAGED_STORAGE(Rule.owns(Privilege.CREATE_MANAGED_STORAGE)),
    /** Owning gives it to nobody. */
    EXTERNAL_USE_LOCATION(new Rule(Set.of(Privilege.EXTERNAL_USE_LOCATION), false, false, false, false));

    private final Rule rule;

    StorageAction(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
