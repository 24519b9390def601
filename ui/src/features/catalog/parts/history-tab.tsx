import { useQueryClient } from '@tanstack/react-query';
import { History, Play, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { count } from '../../../shared/display/numbers';
import { Time } from '../../../shared/display/time';
import { quoted } from '../../../shared/navigation/paths';
import { notify } from '../../../shared/notices/notices';
import { Loaded } from '../../../shared/states/loaded';
import { useCommand, useStatement } from '../../../shared/statements/use-statement';
import type { Result } from '../../../shared/statements/run-statement';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { IconButton } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Confirm } from '../../../shared/ui/confirm';
import { Dialog } from '../../../shared/ui/dialog';
import { refreshCatalog } from '../api';
import { SampleTab } from './sample-tab';

interface Version {
  version: number;
  at: number;
  operation: string;
  user: string;
  parameters: Record<string, string>;
  metrics: Record<string, string>;
}

function versions(result: Result): Version[] {
  const at = (name: string) => result.columns.findIndex((column) => column.name === name);
  const [version, timestamp, operation, user, parameters, metrics] = ['version', 'timestamp', 'operation', 'userName', 'operationParameters', 'operationMetrics'].map(at);
  const object = (text: string | null | undefined) => JSON.parse(text ?? '{}') as Record<string, string>;
  return result.rows.map((row) => ({
    version: Number(row[version ?? -1]),
    at: Date.parse(row[timestamp ?? -1] ?? ''),
    operation: row[operation ?? -1] ?? '',
    user: row[user ?? -1] ?? '',
    parameters: object(row[parameters ?? -1]),
    metrics: object(row[metrics ?? -1]),
  }));
}

const METRICS: [string, string][] = [
  ['numOutputRows', 'rows written'],
  ['numTargetRowsInserted', 'inserted'],
  ['numTargetRowsUpdated', 'updated'],
  ['numTargetRowsDeleted', 'deleted'],
  ['numUpdatedRows', 'updated'],
  ['numDeletedRows', 'deleted'],
  ['numAddedFiles', 'files added'],
  ['numRemovedFiles', 'files removed'],
  ['numFiles', 'files'],
];

/** What a version did, in a few numbers. */
export function summary(metrics: Record<string, string>): string {
  return METRICS.filter(([key]) => Number(metrics[key] ?? 0) > 0)
    .map(([key, label]) => `${count(Number(metrics[key]))} ${Number(metrics[key]) === 1 ? label.replace(/^(row|file)s/, '$1') : label}`)
    .slice(0, 3)
    .join(', ');
}

/** Every version of a Delta table, to look at and to go back to. */
export function HistoryTab({ fullName, canRestore }: { fullName: string; canRestore: boolean }) {
  const history = useStatement(['history', fullName], `DESCRIBE HISTORY ${quoted(fullName)}`, 10_000);
  const [restoring, setRestoring] = useState<number>();
  const [looking, setLooking] = useState<number>();
  const run = useCommand();
  const queries = useQueryClient();
  const list = useMemo(() => (history.data ? versions(history.data) : []), [history.data]);
  const latest = list[0]?.version;
  const columns = useMemo(
    (): TableColumn<Version>[] => [
      { id: 'version', header: 'Version', width: 84, numeric: true, value: (v) => v.version, cell: (v) => v.version },
      { id: 'at', header: 'When', width: 130, value: (v) => v.at, cell: (v) => <Time at={v.at} /> },
      { id: 'operation', header: 'Operation', width: 190, value: (v) => v.operation, cell: (v) => <Chip>{v.operation}</Chip> },
      { id: 'metrics', header: 'What it did', width: 300, cell: (v) => <span title={JSON.stringify(v.metrics, null, 1)}>{summary(v.metrics)}</span> },
      // Tables that others wrote may say nobody.
      ...(list.some((version) => version.user)
        ? [{ id: 'user', header: 'By', width: 160, wide: true, value: (v: Version) => v.user, cell: (v: Version) => <bdi>{v.user}</bdi> }]
        : []),
    ],
    [list],
  );
  return (
    <>
      <Loaded query={history} what="The history could not be read">
        {() => (
          <DataTable
            name="history"
            label={`Versions of ${fullName}`}
            columns={columns}
            items={list}
            id={(version) => `${version.version}`}
            actions={(version) => (
              <>
                <IconButton label={`Look at version ${version.version}`} onClick={() => setLooking(version.version)}>
                  <Play />
                </IconButton>
                {canRestore && version.version !== latest ? (
                  <IconButton label={`Restore to version ${version.version}`} onClick={() => setRestoring(version.version)}>
                    <RotateCcw />
                  </IconButton>
                ) : null}
              </>
            )}
          />
        )}
      </Loaded>
      <Dialog wide open={looking !== undefined} onClose={() => setLooking(undefined)} title={`${fullName} at version ${looking}`}>
        <div className="border-line flex h-[60vh] flex-col rounded-md border">
          <SampleTab fullName={fullName} version={looking} />
        </div>
      </Dialog>
      <Confirm
        open={restoring !== undefined}
        onClose={() => setRestoring(undefined)}
        title={`Restore ${fullName} to version ${restoring}?`}
        action="Restore"
        run={async () => {
          await run(`RESTORE TABLE ${quoted(fullName)} TO VERSION AS OF ${restoring}`);
          notify('success', `${fullName} is as it was at version ${restoring}`);
          await refreshCatalog(queries);
        }}
      >
        <History aria-hidden className="mr-1 inline size-4" />
        Everybody who reads the table sees its rows as they were then. This makes a new version, so that version {latest} can be restored
        likewise.
      </Confirm>
    </>
  );
}
