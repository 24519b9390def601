import { Lock, Users } from 'lucide-react';
import { useMemo } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { count } from '../../../shared/display/numbers';
import { Time } from '../../../shared/display/time';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import type { Result } from '../../../shared/statements/run-statement';
import { literal, useStatement } from '../../../shared/statements/use-statement';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';

const DAYS = 30;

interface Use {
  who: string;
  reads: number;
  changes: number;
  last: number;
}

function usesOf(result: Result): Use[] {
  return result.rows.map(([who, reads, changes, last]) => ({
    who: who ?? '',
    reads: Number(reads),
    changes: Number(changes),
    last: Date.parse(last ?? ''),
  }));
}

const COLUMNS: TableColumn<Use>[] = [
  { id: 'who', header: 'Who', width: 260, value: (use) => use.who, cell: (use) => <bdi title={use.who}>{use.who}</bdi> },
  { id: 'reads', header: 'Reads', width: 110, numeric: true, value: (use) => use.reads, cell: (use) => count(use.reads) },
  { id: 'changes', header: 'Changes', width: 110, numeric: true, value: (use) => use.changes, cell: (use) => count(use.changes) },
  { id: 'last', header: 'Last', width: 160, value: (use) => use.last, cell: (use) => <Time at={use.last} /> },
];

/** Who read or changed a table lately: what the audit log has of it, for those who may read that. */
export function UsageTab({ fullName }: { fullName: string }) {
  const usage = useStatement(
    ['usage', fullName],
    `SELECT user_name, count_if(action_name = 'selectTable'), count_if(action_name <> 'selectTable'), max(event_time) AS last
FROM system.access.audit
WHERE target_name = ${literal(fullName)} AND decision = 'ALLOWED' AND action_name IN ('selectTable', 'modifyTable', 'alterTable')
  AND event_date >= date_sub(current_date(), ${DAYS})
GROUP BY user_name ORDER BY last DESC LIMIT 200`,
  );
  const uses = useMemo(() => (usage.data ? usesOf(usage.data) : []), [usage.data]);
  const { error } = usage;
  if (error instanceof ApiError && (error.denied || error.message.startsWith('[TABLE_OR_VIEW_NOT_FOUND]'))) {
    return (
      <Empty icon={Lock} title="Who used it is not yours to see">
        It is in the audit log, system.access.audit. An administrator can grant you SELECT on that.
      </Empty>
    );
  }
  return (
    <Loaded query={usage} what="The audit log could not be read">
      {() => (
        <DataTable
          name="usage"
          label={`Who used ${fullName}`}
          columns={COLUMNS}
          items={uses}
          id={(use) => use.who}
          empty={
            <Empty icon={Users} title={`Nobody used it in ${DAYS} days`}>
              Whoever reads or changes it appears here.
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}
