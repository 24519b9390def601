package dev.tarn.storage.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.storage.ExternalLocation;
import dev.tarn.storage.S3Account;
import dev.tarn.storage.Stamp;
import dev.tarn.storage.StorageCredential;
import dev.tarn.storage.StoragePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials and locations, in SQL. Look-ups feed the guard; what changes asks for its proof. */
public final class StorageStore {
    private static final String LOCATIONS = """
            SELECT l.*, c.name AS credential_name, c.read_only AS credential_read_only
            FROM storage_location l LEFT JOIN storage_credential c ON c.id = l.credential_id
            """;

    public Optional<StorageCredential> findCredential(Tx tx, String metastore, String name) {
        return tx.find(
                "SELECT * FROM storage_credential WHERE metastore = :metastore AND name = :name",
                Map.of("metastore", metastore, "name", name),
                StorageStore::credential);
    }

    public List<StorageCredential> credentials(Tx tx, String metastore, Visibility visibility, PageRequest page) {
        return tx.list(
                "SELECT c.* FROM storage_credential c WHERE c.metastore = :metastore AND c.name > :after AND "
                        + visibility.condition("c.id") + " ORDER BY c.name LIMIT :limit",
                visibility.bind(Map.of("metastore", metastore, "after", page.after(), "limit", page.size() + 1)),
                StorageStore::credential);
    }

    public void insert(Tx tx, StorageCredential credential) {
        tx.update("""
                INSERT INTO storage_credential (id, metastore, name, comment, read_only, s3_key_id, s3_account,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :metastore, :name, :comment, :readOnly, :s3Key, :s3Account,
                  :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values(credential));
    }

    public void update(Tx tx, Authorized<StorageCredential> before, StorageCredential after) {
        tx.update("""
                UPDATE storage_credential SET name = :name, comment = :comment, read_only = :readOnly,
                  s3_key_id = :s3Key, s3_account = :s3Account,
                  updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    /** The keys of a credential with the secret still sealed. */
    public record SealedKeys(String credentialId, S3Account account, String sealed) {
        @Override
        public String toString() {
            return "SealedKeys[" + credentialId + "]";
        }
    }

    /** Empty for a credential of this machine's disk. */
    public Optional<SealedKeys> keys(Tx tx, String credentialId) {
        return tx.find(
                "SELECT id, s3_key_id, s3_account, s3_secret FROM storage_credential WHERE id = :id AND s3_secret IS NOT NULL",
                Map.of("id", credentialId),
                row -> new SealedKeys(
                        row.text("id"),
                        new S3Account(row.text("s3_key_id"), row.text("s3_account")),
                        row.text("s3_secret")));
    }

    public void setSecret(Tx tx, Authorized<StorageCredential> credential, String sealed) {
        tx.update(
                "UPDATE storage_credential SET s3_secret = :sealed WHERE id = :id",
                Map.of("id", credential.value().id(), "sealed", sealed));
    }

    public void deleteCredential(Tx tx, Authorized<StorageCredential> credential) {
        tx.update(
                "DELETE FROM storage_credential WHERE id = :id",
                Map.of("id", credential.value().id()));
    }

    public boolean isUsed(Tx tx, StorageCredential credential) {
        return tx.number(
                        "SELECT count(*) FROM storage_location WHERE credential_id = :id",
                        Map.of("id", credential.id()))
                > 0;
    }

    public Optional<ExternalLocation> findLocation(Tx tx, String metastore, String name) {
        return tx.find(
                LOCATIONS + "WHERE l.metastore = :metastore AND l.name = :name",
                Map.of("metastore", metastore, "name", name),
                StorageStore::location);
    }

    public List<ExternalLocation> locations(Tx tx, String metastore, Visibility visibility, PageRequest page) {
        return tx.list(
                LOCATIONS + "WHERE l.metastore = :metastore AND l.name > :after AND " + visibility.condition("l.id")
                        + " ORDER BY l.name LIMIT :limit",
                visibility.bind(Map.of("metastore", metastore, "after", page.after(), "limit", page.size() + 1)),
                StorageStore::location);
    }

    /** Every location of a metastore, for decisions: there are few. */
    public List<ExternalLocation> all(Tx tx, String metastore) {
        return tx.list(
                LOCATIONS + "WHERE l.metastore = :metastore ORDER BY l.name",
                Map.of("metastore", metastore),
                StorageStore::location);
    }

    public void insert(Tx tx, ExternalLocation location) {
        tx.update("""
                INSERT INTO storage_location (id, metastore, name, url, credential_id, comment, read_only,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :metastore, :name, :url, :credential, :comment, :readOnly,
                  :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values(location));
    }

    public void update(Tx tx, Authorized<ExternalLocation> before, ExternalLocation after) {
        tx.update("""
                UPDATE storage_location SET name = :name, url = :url, credential_id = :credential, comment = :comment,
                  read_only = :readOnly, updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    public void deleteLocation(Tx tx, Authorized<ExternalLocation> location) {
        tx.update(
                "DELETE FROM storage_location WHERE id = :id",
                Map.of("id", location.value().id()));
    }

    public void deleteAll(Tx tx, String metastore) {
        tx.update("DELETE FROM storage_location WHERE metastore = :metastore", Map.of("metastore", metastore));
        tx.update("DELETE FROM storage_credential WHERE metastore = :metastore", Map.of("metastore", metastore));
    }

    private static Map<String, Object> values(StorageCredential credential) {
        return with(
                credential.stamp(),
                Map.of(
                        "id", credential.id(),
                        "metastore", credential.metastore(),
                        "name", credential.name(),
                        "comment", credential.comment(),
                        "readOnly", credential.readOnly(),
                        "s3Key", credential.s3().map(S3Account::accessKeyId),
                        "s3Account", credential.s3().map(S3Account::account)));
    }

    private static Map<String, Object> values(ExternalLocation location) {
        return with(
                location.stamp(),
                Map.of(
                        "id", location.id(),
                        "metastore", location.metastore(),
                        "name", location.name(),
                        "url", location.path(),
                        "credential", location.credential().id(),
                        "comment", location.comment(),
                        "readOnly", location.readOnly()));
    }

    private static StorageCredential credential(Row row) {
        return new StorageCredential(
                row.text("id"),
                row.text("metastore"),
                row.text("name"),
                row.findText("comment"),
                row.bool("read_only"),
                row.findText("s3_key_id").map(key -> new S3Account(key, row.text("s3_account"))),
                stamp(row));
    }

    private static ExternalLocation location(Row row) {
        return new ExternalLocation(
                row.text("id"),
                row.text("metastore"),
                row.text("name"),
                new StoragePath(row.text("url")),
                new ExternalLocation.Credential(
                        row.text("credential_id"),
                        row.findText("credential_name").orElse(""),
                        row.findNumber("credential_read_only")
                                .map(flag -> flag != 0)
                                .orElse(true)),
                row.findText("comment"),
                row.bool("read_only"),
                stamp(row));
    }

    private static Stamp stamp(Row row) {
        return new Stamp(
                row.instant("created_at"), row.text("created_by"), row.instant("updated_at"), row.text("updated_by"));
    }

    private static Map<String, Object> with(Stamp stamp, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("createdAt", stamp.createdAt());
        all.put("createdBy", stamp.createdBy());
        all.put("updatedAt", stamp.updatedAt());
        all.put("updatedBy", stamp.updatedBy());
        return all;
    }
}
