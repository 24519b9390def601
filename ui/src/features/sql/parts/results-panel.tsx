import { Ban, CircleAlert, CircleCheck, CircleDashed, LoaderCircle, Play, TriangleAlert } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { ChartChoice } from '../../../shared/chart/choice';
import { CopyButton } from '../../../shared/display/copy-button';
import { bytes, count } from '../../../shared/display/numbers';
import { useColumnOrder } from '../../../shared/grid/column-order';
import { ResultGrid } from '../../../shared/grid/result-grid';
import type { ResultReader } from '../../../shared/results/result-reader';
import { isQuery } from '../../../shared/sql-text/script';
import { Button } from '../../../shared/ui/button';
import { classes } from '../../../shared/ui/classes';
import { Dialog } from '../../../shared/ui/dialog';
import { Kbd } from '../../../shared/ui/kbd';
import type { ScriptRun, ScriptRunner, StatementRun } from '../model/run';
import { firstLine, outcome, sorted } from '../model/text';
import { ChartPanel } from './chart-panel';
import { ColumnMenu } from './column-menu';
import { DownloadMenu } from './download-menu';
import { ProfileTree } from './profile-tree';
import { RunProgress } from './run-progress';

export type ResultView = 'table' | 'chart' | 'profile';

interface ResultsPanelProps {
  runner: ScriptRunner;
  name: string;
  view: ResultView;
  onView: (view: ResultView) => void;
  chart: ChartChoice | undefined;
  onChart: (choice: ChartChoice) => void;
  /** Shows a place of the editor's text. */
  onPlace: (run: StatementRun) => void;
}

const VIEWS: [ResultView, string][] = [
  ['table', 'Table'],
  ['chart', 'Chart'],
  ['profile', 'Profile'],
];

/** What became of the statements that were run: each has a result of its own. */
export function ResultsPanel({ runner, name, view, onView, chart, onChart, onPlace }: ResultsPanelProps) {
  const script = useSyncExternalStore(runner.store.subscribe, runner.store.get);
  const [chosen, setChosen] = useState<string>();
  if (script.statements.length === 0) {
    return <Invitation />;
  }
  const run = script.statements.find((other) => other.key === chosen) ?? newest(script);
  return (
    <section aria-label="Results" className="flex min-h-0 flex-1 flex-col">
      <div className="border-line flex h-9 shrink-0 items-stretch gap-1 border-b px-2">
        {run.state === 'running' || run.statementId ? (
          <div role="tablist" aria-label="View of the result" className="flex shrink-0">
            {VIEWS.map(([id, label]) => (
              <button
                key={id}
                type="button"
                role="tab"
                aria-selected={view === id}
                onClick={() => onView(id)}
                className={classes('-mb-px border-b-2 px-2.5 font-medium -outline-offset-2', view === id ? 'border-accent' : 'text-ink-soft hover:text-ink border-transparent')}
              >
                {label}
              </button>
            ))}
          </div>
        ) : null}
        {script.statements.length > 1 ? <StatementList script={script} chosen={run.key} onChoose={setChosen} /> : null}
        <div className="ml-auto flex shrink-0 items-center gap-2">
          <Outcome run={run} />
          {run.result && run.result.columns.length > 0 ? <DownloadMenu run={run} reader={run.result} name={name} /> : null}
        </div>
      </div>
      <Shown key={run.key} run={run} runner={runner} view={view} chart={chart} onChart={onChart} onPlace={onPlace} />
    </section>
  );
}

function newest(script: ScriptRun): StatementRun {
  const begun = script.statements.filter((run) => run.state !== 'waiting' && run.state !== 'skipped');
  return (begun.at(-1) ?? script.statements[0]) as StatementRun;
}

const ICONS = {
  waiting: [CircleDashed, 'text-ink-faint'],
  running: [LoaderCircle, 'text-accent animate-spin'],
  succeeded: [CircleCheck, 'text-success'],
  failed: [CircleAlert, 'text-danger'],
  cancelled: [Ban, 'text-warning'],
  skipped: [CircleDashed, 'text-ink-faint'],
} as const;

function StateIcon({ run }: { run: StatementRun }) {
  const [Icon, colour] = ICONS[run.state];
  return <Icon aria-hidden className={`size-3.5 shrink-0 ${colour}`} />;
}

function Outcome({ run }: { run: StatementRun }) {
  const read = run.progress && run.progress.bytes_read > 0 ? `, ${bytes(run.progress.bytes_read)} read` : '';
  return (
    <span role="status" className="text-ink-soft flex items-center gap-1.5 tabular-nums">
      <StateIcon run={run} />
      <span>
        {outcome(run)}
        <span className="max-md:hidden">{read}</span>
      </span>
    </span>
  );
}

function StatementList({ script, chosen, onChoose }: { script: ScriptRun; chosen: string; onChoose: (key: string) => void }) {
  return (
    <div role="group" aria-label="Statements" className="border-line ml-1 flex min-w-0 items-center gap-1 overflow-x-auto border-l pl-2 [scrollbar-width:none]">
      {script.statements.map((run, index) => (
        <button
          key={run.key}
          type="button"
          aria-pressed={run.key === chosen}
          onClick={() => onChoose(run.key)}
          title={`${firstLine(run.text, 300)}\n${outcome(run)}`}
          className={classes('flex h-6 max-w-44 shrink-0 items-center gap-1 rounded-sm px-1.5 text-sm', run.key === chosen ? 'bg-selected' : 'text-ink-soft hover:bg-hover')}
        >
          <StateIcon run={run} />
          <span className="tabular-nums">{index + 1}</span>
          <span className="truncate">{firstLine(run.text, 24)}</span>
        </button>
      ))}
    </div>
  );
}

interface ShownProps extends Pick<ResultsPanelProps, 'runner' | 'view' | 'chart' | 'onChart' | 'onPlace'> {
  run: StatementRun;
}

function Shown({ run, runner, view, chart, onChart, onPlace }: ShownProps) {
  if (run.state === 'running' && view !== 'profile') {
    return <RunProgress run={run} onCancel={() => runner.cancel()} />;
  }
  if (run.error && view !== 'profile') {
    return <Failure run={run} onPlace={onPlace} />;
  }
  if (view === 'profile' && run.statementId) {
    return <ProfileTree key={`${run.statementId} ${run.state}`} statementId={run.statementId} />;
  }
  const { result } = run;
  if (!result) {
    return <p className="text-ink-faint p-4">{run.state === 'skipped' ? 'This statement was not run, because one before it did not succeed.' : 'Waits for the statements before it.'}</p>;
  }
  if (result.columns.length === 0) {
    return (
      <p className="text-ink-soft flex items-center gap-2 p-4">
        <CircleCheck aria-hidden className="text-success size-4" /> The statement is done. It has no rows to show.
      </p>
    );
  }
  if (view === 'chart') {
    return <ChartPanel reader={result} id={run.statementId ?? run.key} choice={chart} onChange={onChart} />;
  }
  return <Table run={run} reader={result} runner={runner} />;
}

function Table({ run, reader, runner }: { run: StatementRun; reader: ResultReader; runner: ScriptRunner }) {
  useSyncExternalStore(reader.subscribe, reader.version);
  const columns = useColumnOrder(reader.columns);
  const [column, setColumn] = useState<{ index: number; anchor: HTMLElement }>();
  const [value, setValue] = useState<{ column: number; value: string | null }>();
  const settings = run.settings;
  const again = settings && isQuery(run.text);
  return (
    <>
      {run.truncated && settings ? (
        <div className="bg-warning-soft text-ink flex shrink-0 flex-wrap items-center gap-2 px-3 py-1">
          <TriangleAlert aria-hidden className="text-warning size-4 shrink-0" />
          <span className="min-w-0 flex-1">
            Only the first {count(reader.total)} rows. {settings.rowLimit ? 'The row limit is set beside Run.' : 'The result is larger than the server keeps.'}
          </span>
          {again && settings.rowLimit ? (
            <Button onClick={() => void runner.again(run.key, run.text, { ...settings, rowLimit: undefined })}>Get all rows</Button>
          ) : null}
        </div>
      ) : null}
      {reader.error ? <p className="bg-danger-soft text-danger shrink-0 px-3 py-1">Rows could not be fetched: {reader.error}</p> : null}
      {reader.length === 0 ? (
        <p className="text-ink-faint shrink-0 px-3 pt-2">{reader.total === 0 ? 'The query has no rows.' : 'No row passes the filters: clear them at the marked columns.'}</p>
      ) : null}
      <ResultGrid
        reader={reader}
        label="Rows"
        columns={columns}
        onColumn={(index, anchor) => setColumn({ index, anchor })}
        onOpen={(index, text) => setValue({ column: index, value: text })}
      />
      {reader.length !== reader.total ? <p className="border-line text-ink-soft shrink-0 border-t px-3 py-0.5 text-sm">{count(reader.length)} of {count(reader.total)} rows pass the filters</p> : null}
      {column ? (
        <ColumnMenu
          reader={reader}
          column={column.index}
          anchor={column.anchor}
          onClose={() => setColumn(undefined)}
          onServerSort={
            again
              ? (index, descending) => void runner.again(run.key, sorted(run.text, reader.columns[index]?.name ?? '', descending), settings)
              : undefined
          }
        />
      ) : null}
      <ValueDialog column={value ? (reader.columns[value.column]?.name ?? '') : ''} value={value?.value} open={value !== undefined} onClose={() => setValue(undefined)} />
    </>
  );
}

function ValueDialog({ column, value, open, onClose }: { column: string; value: string | null | undefined; open: boolean; onClose: () => void }) {
  const text = value ?? '';
  return (
    <Dialog side open={open} onClose={onClose} title={column} about={value === null ? 'NULL' : `${count(text.length)} characters`}>
      {value === null ? null : (
        <>
          <CopyButton text={text} label="Copy the value" />
          <pre className="text-code font-mono break-words whitespace-pre-wrap">{pretty(text)}</pre>
        </>
      )}
    </Dialog>
  );
}

/** JSON is easier to read over several lines. */
function pretty(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.length > 1_000_000) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function Failure({ run, onPlace }: { run: StatementRun; onPlace: (run: StatementRun) => void }) {
  const [first = '', ...rest] = (run.error?.message ?? '').split('\n');
  const details = rest.join('\n').trim();
  const cancelled = run.state === 'cancelled';
  return (
    <div className="min-h-0 flex-1 overflow-auto p-3">
      <div role="alert" className={classes('border-line flex max-w-4xl gap-2.5 rounded-md border px-3 py-2.5', cancelled ? 'bg-warning-soft' : 'bg-danger-soft')}>
        <CircleAlert aria-hidden className={classes('mt-0.5 size-4 shrink-0', cancelled ? 'text-warning' : 'text-danger')} />
        <div className="min-w-0 flex-1">
          <p className="break-words">{first}</p>
          {details ? <pre className="text-code mt-1.5 overflow-x-auto font-mono whitespace-pre-wrap">{details}</pre> : null}
          <p className="text-ink-soft mt-1.5 flex flex-wrap items-center gap-3 text-sm">
            <span>{run.error?.code}</span>
            {run.error?.line !== undefined && run.from !== undefined ? (
              <button type="button" className="text-accent font-medium hover:underline" onClick={() => onPlace(run)}>
                Go to the error
              </button>
            ) : null}
            {run.statementId ? <span className="font-mono">{run.statementId}</span> : null}
          </p>
        </div>
        <CopyButton text={run.error?.message ?? ''} label="Copy the error" />
      </div>
    </div>
  );
}

function Invitation() {
  return (
    <div className="text-ink-faint flex min-h-0 flex-1 flex-col items-center justify-center gap-2 p-6 text-center">
      <Play aria-hidden className="size-5" />
      <p>Results appear here.</p>
      <p className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 text-sm">
        <span className="inline-flex items-center gap-1.5">
          <Kbd keys="mod+enter" /> runs the statement at the cursor, or what is selected
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Kbd keys="mod+shift+enter" /> runs everything
        </span>
      </p>
    </div>
  );
}
