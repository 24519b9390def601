import type { StatementParameterListItem } from '../../../shared/api/generated/sql';
import type { Result } from '../../../shared/statements/run-statement';

export interface AuditFilter {
  who?: string;
  action?: string;
  decision?: string;
  /** How far back; one day if not said. */
  days?: number;
}

export interface AuditEvent {
  id: string;
  at: number;
  who: string;
  action: string;
  targetType: string;
  target: string;
  decision: string;
  reason: string;
  address: string;
  client: string;
  requestId: string;
  parameters: string;
}

const COLUMNS = [
  'event_id',
  'event_time',
  'user_name',
  'action_name',
  'target_type',
  'target_name',
  'decision',
  'reason',
  'source_ip_address',
  'user_agent',
  'request_id',
  'to_json(request_params)',
];

/** The newest events that pass. Values travel as parameters, never as text of the statement. */
export function auditStatement(filter: AuditFilter): { statement: string; parameters: StatementParameterListItem[] } {
  const where = ['event_time > now() - make_interval(0, 0, 0, :days)'];
  const parameters: StatementParameterListItem[] = [{ name: 'days', value: `${filter.days ?? 1}`, type: 'INT' }];
  const add = (condition: string, name: string, value: string | undefined) => {
    if (value) {
      where.push(condition);
      parameters.push({ name, value, type: 'STRING' });
    }
  };
  add('contains(lower(user_name), lower(:who))', 'who', filter.who);
  add('contains(lower(action_name), lower(:action))', 'action', filter.action);
  add('decision = :decision', 'decision', filter.decision);
  return {
    statement: `SELECT ${COLUMNS.join(', ')} FROM system.access.audit WHERE ${where.join(' AND ')} ORDER BY event_time DESC LIMIT 500`,
    parameters,
  };
}

export function readEvents(result: Result): AuditEvent[] {
  return result.rows.map((row) => {
    const [id, at, who, action, targetType, target, decision, reason, address, client, requestId, parameters] = row.map((value) => value ?? '');
    return {
      id: id ?? '',
      at: Date.parse(at ?? ''),
      who: who ?? '',
      action: action ?? '',
      targetType: targetType ?? '',
      target: target ?? '',
      decision: decision ?? '',
      reason: reason ?? '',
      address: address ?? '',
      client: client ?? '',
      requestId: requestId ?? '',
      parameters: parameters ?? '',
    };
  });
}
