import { Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bytes, count, duration } from '../../../shared/display/numbers';
import { Button } from '../../../shared/ui/button';
import type { StatementRun } from '../model/run';

/** Time that goes on, drawn by itself so that nothing around it is. */
export function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <span className="tabular-nums">{duration(Math.max(0, now - since))}</span>;
}

/** How far a running statement is. */
export function RunProgress({ run, onCancel }: { run: StatementRun; onCancel: () => void }) {
  const { progress } = run;
  const queued = progress?.phase === 'QUEUED';
  const tasks = progress?.tasks ?? { done: 0, all: 0 };
  const part = tasks.all > 0 ? tasks.done / tasks.all : undefined;
  const facts = progress
    ? [
        progress.stages.all > 0 ? `stage ${Math.min(progress.stages.done + 1, progress.stages.all)} of ${progress.stages.all}` : '',
        tasks.all > 0 ? `${count(tasks.done)} of ${count(tasks.all)} tasks` : '',
        progress.rows_read > 0 ? `${count(progress.rows_read)} rows read` : '',
        progress.bytes_read > 0 ? bytes(progress.bytes_read) : '',
      ].filter(Boolean)
    : [];
  const title = queued
    ? `Waiting for its turn${progress.queue_position ? `, number ${progress.queue_position} in the queue` : ''}`
    : progress?.phase === 'FETCHING'
      ? 'Fetching rows'
      : 'Running';
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center p-6">
      <div role="status" className="late w-full max-w-md">
        <div className="mb-2 flex items-baseline justify-between gap-3">
          <span className="font-medium">{title}</span>
          <span className="text-ink-soft">
            <Elapsed since={run.startedAt ?? 0} />
          </span>
        </div>
        <div className="bg-sunken border-line h-2 overflow-hidden rounded-full border" role="progressbar" aria-label="Tasks done" aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}>
          <div
            className={part === undefined ? 'bg-accent/40 h-full w-full animate-pulse' : 'bg-accent h-full transition-[width] duration-150'}
            style={part === undefined ? undefined : { width: `${Math.max(2, part * 100)}%` }}
          />
        </div>
        <div className="mt-2 flex min-h-7 items-start justify-between gap-3">
          <span className="text-ink-soft tabular-nums">{facts.join(' · ')}</span>
          <Button onClick={onCancel}>
            <Square /> Cancel
          </Button>
        </div>
      </div>
    </div>
  );
}
