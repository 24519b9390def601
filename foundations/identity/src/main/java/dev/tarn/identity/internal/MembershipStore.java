package dev.tarn.identity.internal;

import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who belongs to which group, in SQL. */
public final class MembershipStore {
    /** So many layers of groups within groups are allowed; it also bounds every walk. */
    public static final int LAYERS = 10;

    private record Edge(String from, Principal to) {}

    private static final String COLUMNS = "p.id, p.name, p.kind";

    /** The groups of each principal, by the principal's id: direct ones only. */
    public Map<String, List<Principal>> groupsOf(Tx tx, Collection<String> ids) {
        return grouped(PrincipalStore.inParts(
                ids,
                part -> tx.list(
                        "SELECT m.member_id AS origin, " + COLUMNS
                                + " FROM identity_membership m JOIN identity_principal p ON p.id = m.group_id"
                                + " WHERE m.member_id IN (<ids>) ORDER BY p.name_key",
                        Map.of("ids", part),
                        MembershipStore::edge)));
    }

    /** The members of each group, by the group's id: direct ones only. */
    public Map<String, List<Principal>> membersOf(Tx tx, Collection<String> groupIds) {
        return grouped(PrincipalStore.inParts(
                groupIds,
                part -> tx.list(
                        "SELECT m.group_id AS origin, " + COLUMNS
                                + " FROM identity_membership m JOIN identity_principal p ON p.id = m.member_id"
                                + " WHERE m.group_id IN (<ids>) ORDER BY p.name_key",
                        Map.of("ids", part),
                        MembershipStore::edge)));
    }

    /** Every group that contains one of the principals, directly or through other groups. */
    public List<Principal> allGroupsOf(Tx tx, Collection<String> ids) {
        return tx.list("""
                WITH RECURSIVE up(id) AS (
                  SELECT group_id FROM identity_membership WHERE member_id IN (<ids>)
                  UNION
                  SELECT m.group_id FROM identity_membership m JOIN up ON m.member_id = up.id)
                SELECT p.id, p.name, p.kind FROM identity_principal p JOIN up ON up.id = p.id
                """, Map.of("ids", ids), MembershipStore::principal);
    }

    /** Whether a group contains something, directly or through other groups. */
    public boolean contains(Tx tx, String groupId, String memberId) {
        return groupId.equals(memberId)
                || allGroupsOf(tx, List.of(memberId)).stream()
                        .anyMatch(group -> group.id().equals(groupId));
    }

    /** The longest chain of groups from this one upwards (or downwards), counting itself. */
    public long layers(Tx tx, String groupId, boolean upwards) {
        String step = upwards
                ? "SELECT m.group_id, chain.depth + 1 FROM identity_membership m JOIN chain ON m.member_id = chain.id"
                : "SELECT m.member_id, chain.depth + 1 FROM identity_membership m JOIN chain ON m.group_id = chain.id"
                        + " JOIN identity_principal p ON p.id = m.member_id AND p.kind = 'GROUP'";
        return tx.number(
                "WITH RECURSIVE chain(id, depth) AS (SELECT id, 1 FROM identity_principal WHERE id = :id UNION " + step
                        + " WHERE chain.depth <= " + LAYERS + ") SELECT max(depth) FROM chain",
                Map.of("id", groupId));
    }

    public void add(Tx tx, String groupId, Collection<String> memberIds) {
        tx.updateAll(
                "INSERT INTO identity_membership (group_id, member_id) VALUES (:group, :member) ON CONFLICT DO NOTHING",
                memberIds.stream()
                        .map(member -> Map.of("group", groupId, "member", member))
                        .toList());
    }

    public void remove(Tx tx, String groupId, Collection<String> memberIds) {
        tx.updateAll(
                "DELETE FROM identity_membership WHERE group_id = :group AND member_id = :member",
                memberIds.stream()
                        .map(member -> Map.of("group", groupId, "member", member))
                        .toList());
    }

    /** How many active users and service principals a group contains, directly or through other groups. */
    public long activeMembers(Tx tx, String groupId) {
        return tx.number("""
                WITH RECURSIVE down(id) AS (
                  SELECT member_id FROM identity_membership WHERE group_id = :id
                  UNION
                  SELECT m.member_id FROM identity_membership m JOIN down ON m.group_id = down.id)
                SELECT count(*) FROM identity_principal p JOIN down ON down.id = p.id
                WHERE p.active = 1 AND p.kind <> 'GROUP'
                """, Map.of("id", groupId));
    }

    private static Map<String, List<Principal>> grouped(List<Edge> edges) {
        Map<String, List<Principal>> grouped = new LinkedHashMap<>();
        edges.forEach(edge ->
                grouped.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge.to()));
        return grouped;
    }

    private static Edge edge(Row row) {
        return new Edge(row.text("origin"), principal(row));
    }

    static Principal principal(Row row) {
        return new Principal(row.text("id"), row.text("name"), row.value("kind", PrincipalKind.class));
    }
}
