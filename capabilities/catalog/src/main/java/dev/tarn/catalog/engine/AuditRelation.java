package dev.tarn.catalog.engine;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationName;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code system.access.audit}: the audit trail, for workspace administrators. Columns follow the vendor's "Audit log system table
 * reference"; {@code response.result} says ALLOWED or DENIED.
 */
public final class AuditRelation implements SystemRelations.Source {
    private static final int MOST_ROWS = 100_000;
    private static final List<Column> COLUMNS = SystemColumns.of(
            "version string, event_time timestamp, event_date date, workspace_id string, source_ip_address string,"
                    + " user_agent string, service_name string, action_name string, request_id string, event_id string,"
                    + " target_type string, target_name string, user_name string, decision string, reason string",
            Map.of(
                    "user_identity", SystemColumns.struct("email", "subject_name"),
                    "request_params", SystemColumns.stringMap(),
                    "response", SystemColumns.struct("status_code", "error_message", "result")));

    private final Audit audit;

    public AuditRelation(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String schema() {
        return "access";
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Optional<Relation> relation(Caller caller, String catalog) {
        if (!caller.workspaceAdmin()) {
            return Optional.empty();
        }
        return Optional.of(new Relation.System(
                new RelationName(SystemRelations.SYSTEM, schema(), name()), COLUMNS, () -> rows(caller)));
    }

    private List<List<Object>> rows(Caller caller) {
        List<List<Object>> rows = new ArrayList<>();
        Page<Audit.Entry> page = audit.list(caller, PageRequest.first(PageRequest.MAXIMUM));
        page.items().forEach(entry -> rows.add(row(entry)));
        while (page.next().isPresent() && rows.size() < MOST_ROWS) {
            page = audit.list(caller, new PageRequest(PageRequest.MAXIMUM, page.next()));
            page.items().forEach(entry -> rows.add(row(entry)));
        }
        return rows;
    }

    private static List<Object> row(Audit.Entry entry) {
        String decision = entry.allowed() ? "ALLOWED" : "DENIED";
        return List.of(
                "1.0",
                entry.time(),
                entry.time().atZone(ZoneOffset.UTC).toLocalDate(),
                String.valueOf(entry.workspace()),
                entry.sourceAddress(),
                entry.userAgent(),
                entry.service(),
                entry.action(),
                entry.requestId(),
                entry.id(),
                entry.targetType(),
                entry.target(),
                entry.principalName(),
                decision,
                entry.reason(),
                entry.parameters(),
                List.of(entry.allowed() ? "200" : "403", entry.reason(), decision),
                List.of(entry.principalName(), entry.principalId()));
    }
}
