package dev.tarn.cli.bundle.config;

import java.util.Locale;

/** Who deploys, as {@code ${workspace.current_user}} knows them. */
public record Me(String id, String userName, String displayName) {
    /** {@code Ada.Lovelace@example.com} becomes {@code ada_lovelace}: fit for names of catalogs and schemas. */
    public String shortName() {
        String local = userName.contains("@") ? userName.substring(0, userName.indexOf('@')) : userName;
        return local.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    Value.Mapping asValue() {
        Position at = Position.none("the workspace");
        return new Value.Mapping(
                java.util.Map.of(
                        "id", Value.text(id, at),
                        "userName", Value.text(userName, at),
                        "displayName", Value.text(displayName, at),
                        "short_name", Value.text(shortName(), at),
                        "domain_friendly_name", Value.text(shortName().replace('_', '-'), at)),
                at);
    }
}
