package dev.tarn.access.internal;

import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The securable tree and its grants, in SQL. */
public final class AccessStore {
    /** One securable with where it hangs; {@code depth} 0 is the object itself. */
    public record Node(
            String id,
            SecurableType type,
            String name,
            Optional<String> parentId,
            String owner,
            int depth,
            Reach reach) {}

    /** What a workspace may do with a securable, whoever is there. */
    public enum Reach {
        OPEN,
        READ_ONLY,
        UNBOUND
    }

    public record Grant(String securableId, String principal, Privilege privilege) {}

    private static final String ABOVE = """
            WITH RECURSIVE above(id, type, name, parent_id, owner, isolated, depth) AS (
              SELECT id, type, name, parent_id, owner, isolated, 0 FROM access_securable WHERE id = :id
              UNION ALL
              SELECT s.id, s.type, s.name, s.parent_id, s.owner, s.isolated, above.depth + 1
              FROM access_securable s JOIN above ON s.id = above.parent_id)
            """;

    /** The object and everything above it, nearest first, as one workspace may reach it. */
    public List<Node> path(Tx tx, String id, WorkspaceId workspace) {
        return tx.list(
                ABOVE + """
                SELECT id, type, name, parent_id, owner, depth, CASE WHEN isolated = 0 THEN 'OPEN' ELSE coalesce(
                  (SELECT CASE WHEN b.read_only = 0 THEN 'OPEN' ELSE 'READ_ONLY' END FROM access_binding b
                   WHERE b.securable_id = above.id AND b.workspace = :workspace), 'UNBOUND') END AS reach
                FROM above ORDER BY depth
                """,
                Map.of("id", id, "workspace", workspace.value()),
                row -> new Node(
                        row.text("id"),
                        row.value("type", SecurableType.class),
                        row.text("name"),
                        row.findText("parent_id"),
                        row.text("owner"),
                        row.integer("depth"),
                        row.value("reach", Reach.class)));
    }

    public List<Grant> grants(Tx tx, Collection<String> securableIds, Collection<String> principals) {
        return tx.list(
                """
                SELECT securable_id, principal, privilege FROM access_grant
                WHERE securable_id IN (<ids>) AND principal IN (<principals>)
                """,
                Map.of("ids", securableIds, "principals", principals),
                row -> new Grant(
                        row.text("securable_id"), row.text("principal"), row.value("privilege", Privilege.class)));
    }

    /** Owners by securable id. */
    public Map<String, String> owners(Tx tx, Collection<String> securableIds) {
        Map<String, String> owners = new LinkedHashMap<>();
        tx.list(
                        "SELECT id, owner FROM access_securable WHERE id IN (<ids>)",
                        Map.of("ids", securableIds),
                        row -> Map.entry(row.text("id"), row.text("owner")))
                .forEach(entry -> owners.put(entry.getKey(), entry.getValue()));
        return owners;
    }

    public List<Grant> grants(Tx tx, Collection<String> securableIds) {
        return tx.list(
                """
                SELECT securable_id, principal, privilege FROM access_grant
                WHERE securable_id IN (<ids>) ORDER BY securable_id, principal, privilege
                """,
                Map.of("ids", securableIds),
                row -> new Grant(
                        row.text("securable_id"), row.text("principal"), row.value("privilege", Privilege.class)));
    }

    public void insert(Tx tx, Node node, String metastore) {
        tx.update(
                """
                INSERT INTO access_securable (id, metastore, type, name, parent_id, owner)
                VALUES (:id, :metastore, :type, :name, :parent, :owner)
                """,
                Map.of(
                        "id", node.id(),
                        "metastore", metastore,
                        "type", node.type(),
                        "name", node.name(),
                        "parent", node.parentId(),
                        "owner", node.owner()));
    }

    public void rename(Tx tx, String id, String name) {
        tx.update("""
                WITH RECURSIVE below(id) AS (
                  SELECT id FROM access_securable WHERE parent_id = :id AND type IN ('SCHEMA', 'TABLE', 'VOLUME', 'FUNCTION')
                  UNION ALL
                  SELECT s.id FROM access_securable s JOIN below ON s.parent_id = below.id)
                UPDATE access_securable
                SET name = :name || substr(name, 1 + (SELECT length(old.name) FROM access_securable old WHERE old.id = :id))
                WHERE id IN (SELECT id FROM below)
                """, Map.of("id", id, "name", name));
        tx.update("UPDATE access_securable SET name = :name WHERE id = :id", Map.of("id", id, "name", name));
    }

    public void setOwner(Tx tx, String id, String owner) {
        tx.update("UPDATE access_securable SET owner = :owner WHERE id = :id", Map.of("id", id, "owner", owner));
    }

    public void delete(Tx tx, String id) {
        tx.update("DELETE FROM access_grant WHERE securable_id = :id", Map.of("id", id));
        tx.update("DELETE FROM access_binding WHERE securable_id = :id", Map.of("id", id));
        tx.update("DELETE FROM access_securable WHERE id = :id", Map.of("id", id));
    }

    public void deleteBelow(Tx tx, String id) {
        List<String> below = tx.list("""
                WITH RECURSIVE below(id) AS (
                  SELECT id FROM access_securable WHERE parent_id = :id
                  UNION ALL
                  SELECT s.id FROM access_securable s JOIN below ON s.parent_id = below.id)
                SELECT id FROM below
                """, Map.of("id", id), row -> row.text("id"));
        below.forEach(securable -> delete(tx, securable));
    }

    public void grant(Tx tx, Grant grant, String by, Instant at) {
        tx.update(
                """
                INSERT INTO access_grant (securable_id, principal, privilege, granted_by, granted_at)
                VALUES (:id, :principal, :privilege, :by, :at) ON CONFLICT DO NOTHING
                """,
                Map.of(
                        "id", grant.securableId(),
                        "principal", grant.principal(),
                        "privilege", grant.privilege(),
                        "by", by,
                        "at", at));
    }

    public void revoke(Tx tx, Grant grant) {
        tx.update(
                "DELETE FROM access_grant WHERE securable_id = :id AND principal = :principal AND privilege = :privilege",
                Map.of("id", grant.securableId(), "principal", grant.principal(), "privilege", grant.privilege()));
    }
}
