package dev.tarn.identity.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tarn.core.Json;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Profile;
import dev.tarn.identity.Profile.Email;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Users, service principals and groups, in SQL. */
public final class PrincipalStore {
    /** A principal as it is kept. */
    public record Stored(Principal principal, String metastore, Profile profile, boolean builtIn) {
        public String id() {
            return principal.id();
        }
    }

    /** The account's own group is for grants; a workspace's directory does not list it. */
    private static final String LISTED =
            "metastore = :metastore AND kind = :kind AND NOT (built_in = 1 AND name_key = 'account users') AND ";

    private static final TypeReference<List<Email>> EMAILS = new TypeReference<>() {};

    public Optional<Stored> byId(Tx tx, String metastore, PrincipalKind kind, String id) {
        return tx.find(
                "SELECT * FROM identity_principal p WHERE id = :id AND metastore = :metastore AND kind = :kind",
                Map.of("id", id, "metastore", metastore, "kind", kind),
                PrincipalStore::stored);
    }

    public Optional<Stored> byName(Tx tx, String metastore, String name) {
        return tx.find(
                "SELECT * FROM identity_principal p WHERE metastore = :metastore AND name_key = :name",
                Map.of("metastore", metastore, "name", key(name)),
                PrincipalStore::stored);
    }

    /** Whoever has the name, in whatever metastore. */
    public List<Stored> byName(Tx tx, PrincipalKind kind, String name) {
        return tx.list(
                "SELECT * FROM identity_principal p WHERE name_key = :name AND kind = :kind",
                Map.of("kind", kind, "name", key(name)),
                PrincipalStore::stored);
    }

    public List<Stored> byIds(Tx tx, Collection<String> ids) {
        return inParts(
                ids,
                part -> tx.list(
                        "SELECT * FROM identity_principal p WHERE id IN (<ids>)",
                        Map.of("ids", part),
                        PrincipalStore::stored));
    }

    public List<Stored> list(Tx tx, String metastore, PrincipalKind kind, PrincipalQuery query) {
        FilterSql filter = new FilterSql();
        String condition = query.filter().map(filter::condition).orElse("1 = 1");
        Map<String, Object> values = new HashMap<>(filter.values());
        values.putAll(
                Map.of("metastore", metastore, "kind", kind, "count", query.count(), "offset", query.start() - 1));
        return tx.list(
                "SELECT * FROM identity_principal p WHERE " + LISTED + condition
                        + " ORDER BY " + FilterSql.column(query.sortBy()) + (query.descending() ? " DESC" : "")
                        + ", p.id LIMIT :count OFFSET :offset",
                values,
                PrincipalStore::stored);
    }

    public long count(Tx tx, String metastore, PrincipalKind kind, PrincipalQuery query) {
        FilterSql filter = new FilterSql();
        String condition = query.filter().map(filter::condition).orElse("1 = 1");
        Map<String, Object> values = new HashMap<>(filter.values());
        values.putAll(Map.of("metastore", metastore, "kind", kind));
        return tx.number("SELECT count(*) FROM identity_principal p WHERE " + LISTED + condition, values);
    }

    public void insert(Tx tx, Stored stored, Instant at) {
        Map<String, Object> values = values(stored);
        values.putAll(Map.of(
                "metastore", stored.metastore(),
                "kind", stored.principal().kind(),
                "builtIn", stored.builtIn(),
                "at", at));
        tx.update("""
                INSERT INTO identity_principal (id, metastore, kind, name, name_key, display_name, display_key, active,
                  built_in, external_id, given_name, family_name, emails, email_keys, entitlements, roles, created_at)
                VALUES (:id, :metastore, :kind, :name, :nameKey, :display, :displayKey, :active,
                  :builtIn, :externalId, :given, :family, :emails, :emailKeys, :entitlements, :roles, :at)
                """, values);
    }

    public void update(Tx tx, Stored stored) {
        tx.update("""
                UPDATE identity_principal SET name = :name, name_key = :nameKey, display_name = :display,
                  display_key = :displayKey, active = :active, external_id = :externalId, given_name = :given,
                  family_name = :family, emails = :emails, email_keys = :emailKeys, entitlements = :entitlements,
                  roles = :roles
                WHERE id = :id
                """, values(stored));
    }

    public void delete(Tx tx, String id) {
        Map<String, String> values = Map.of("id", id);
        tx.update("DELETE FROM identity_credential WHERE principal = :id", values);
        tx.update("DELETE FROM identity_membership WHERE group_id = :id OR member_id = :id", values);
        tx.update("DELETE FROM identity_principal WHERE id = :id", values);
    }

    /** Every principal of a metastore that is dropped, and what belongs to them. */
    public void deleteAll(Tx tx, String metastore) {
        Map<String, String> values = Map.of("metastore", metastore);
        tx.update("DELETE FROM identity_credential WHERE metastore = :metastore", values);
        tx.update(
                "DELETE FROM identity_membership WHERE group_id IN (SELECT id FROM identity_principal WHERE metastore = :metastore)",
                values);
        tx.update("DELETE FROM identity_principal WHERE metastore = :metastore", values);
    }

    public Optional<String> passwordHash(Tx tx, String id) {
        return tx.find(
                        "SELECT password_hash FROM identity_principal WHERE id = :id",
                        Map.of("id", id),
                        row -> row.findText("password_hash"))
                .flatMap(hash -> hash);
    }

    public void setPasswordHash(Tx tx, String id, String hash) {
        tx.update("UPDATE identity_principal SET password_hash = :hash WHERE id = :id", Map.of("id", id, "hash", hash));
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Asks in parts that every database takes as one IN list. */
    static <T> List<T> inParts(Collection<String> ids, java.util.function.Function<List<String>, List<T>> question) {
        List<String> all = List.copyOf(ids);
        List<T> answers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 500) {
            answers.addAll(question.apply(all.subList(from, Math.min(all.size(), from + 500))));
        }
        return answers;
    }

    private static Map<String, Object> values(Stored stored) {
        Profile profile = stored.profile();
        Map<String, Object> values = new HashMap<>();
        values.put("id", stored.id());
        values.put("name", profile.name());
        values.put("nameKey", key(profile.name()));
        values.put("display", profile.displayName());
        values.put("displayKey", key(profile.displayName()));
        values.put("active", profile.active());
        values.put("externalId", profile.externalId());
        values.put("given", profile.givenName());
        values.put("family", profile.familyName());
        values.put("emails", Json.write(profile.emails()));
        values.put(
                "emailKeys",
                profile.emails().isEmpty()
                        ? ""
                        : profile.emails().stream()
                                .map(email -> key(email.value()))
                                .collect(Collectors.joining("\n", "\n", "\n")));
        values.put("entitlements", Json.write(profile.entitlements()));
        values.put("roles", Json.write(profile.roles()));
        return values;
    }

    private static Stored stored(Row row) {
        String name = row.text("name");
        Principal principal = new Principal(row.text("id"), name, row.value("kind", PrincipalKind.class));
        return new Stored(
                principal,
                row.text("metastore"),
                new Profile(
                        name,
                        row.text("display_name"),
                        row.bool("active"),
                        row.findText("external_id"),
                        row.findText("given_name"),
                        row.findText("family_name"),
                        Json.read(row.text("emails"), EMAILS),
                        row.list("entitlements"),
                        row.list("roles")),
                row.bool("built_in"));
    }
}
