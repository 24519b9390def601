package dev.tarn.catalog;

import dev.tarn.access.Action;
import dev.tarn.access.Privilege;
import dev.tarn.access.Rule;
import java.util.Set;

/** What one may do here, and what that takes: the whole permission table of this room. */
public enum CatalogAction implements Action {
    // on the metastore
    CREATE_CATALOG(Rule.manages(Privilege.CREATE_CATALOG)),
    UPDATE_METASTORE(Rule.manages()),
    MANAGE_ALLOWLIST(Rule.manages(Privilege.MANAGE_ALLOWLIST)),
    // on a catalog
    READ_CATALOG(Rule.sees()),
    UPDATE_CATALOG(Rule.manages()),
    DELETE_CATALOG(Rule.manages()),
    CREATE_SCHEMA(Rule.creates(Privilege.CREATE_SCHEMA)),
    // on a schema
    READ_SCHEMA(Rule.sees()),
    UPDATE_SCHEMA(Rule.manages()),
    DELETE_SCHEMA(Rule.manages()),
    CREATE_TABLE(Rule.creates(Privilege.CREATE_TABLE)),
    CREATE_VOLUME(Rule.creates(Privilege.CREATE_VOLUME)),
    CREATE_FUNCTION(Rule.creates(Privilege.CREATE_FUNCTION)),
    /** Owning gives it to nobody: it must be granted, as the vendor's "Control external access to data" says. */
    EXTERNAL_USE_SCHEMA(new Rule(Set.of(Privilege.EXTERNAL_USE_SCHEMA), false, false, false, true)),
    // on a table or view
    GET_TABLE(Rule.sees()),
    SELECT_TABLE(Rule.owns(Privilege.SELECT)),
    MODIFY_TABLE(Rule.owns(Privilege.MODIFY)),
    ALTER_TABLE(Rule.manages(Privilege.MODIFY)),
    UPDATE_TABLE(Rule.manages()),
    DELETE_TABLE(Rule.manages()),
    // on a volume
    GET_VOLUME(Rule.sees()),
    READ_VOLUME(Rule.owns(Privilege.READ_VOLUME)),
    WRITE_VOLUME(Rule.owns(Privilege.WRITE_VOLUME)),
    UPDATE_VOLUME(Rule.manages()),
    DELETE_VOLUME(Rule.manages()),
    // on a function
    GET_FUNCTION(Rule.sees()),
    EXECUTE_FUNCTION(Rule.owns(Privilege.EXECUTE)),
    UPDATE_FUNCTION(Rule.manages()),
    DELETE_FUNCTION(Rule.manages()),
    // on anything
    SEE_OBJECT(Rule.sees()),
    UPDATE_PERMISSIONS(Rule.manages()),
    APPLY_TAG(Rule.manages(Privilege.APPLY_TAG)),
    READ_BINDINGS(Rule.manages()),
    UPDATE_BINDINGS(Rule.manages()),
    TRANSFER_OWNERSHIP(Rule.manages());

    private final Rule rule;

    CatalogAction(Rule rule) {
        this.rule = rule;
    }

    @Override
    public boolean fromAnyWorkspace() {
        return this == READ_BINDINGS || this == UPDATE_BINDINGS;
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
