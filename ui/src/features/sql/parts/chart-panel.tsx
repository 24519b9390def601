import { useQuery } from '@tanstack/react-query';
import { ChartArea, ChartColumn, ChartLine, ChartPie, ChartScatter } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { Chart } from '../../../shared/chart/chart';
import { fitted, marksOf, type Aggregate, type ChartChoice, type ChartKind } from '../../../shared/chart/choice';
import { count } from '../../../shared/display/numbers';
import type { ResultReader } from '../../../shared/results/result-reader';
import { isNumeric, MOST_ARRANGED_ROWS } from '../../../shared/results/result-store';
import { ErrorNote } from '../../../shared/states/error-note';
import { Skeleton } from '../../../shared/states/skeleton';
import { IconButton } from '../../../shared/ui/button';
import { Select } from '../../../shared/ui/input';

const KINDS: [ChartKind, string, typeof ChartColumn][] = [
  ['bar', 'Bars', ChartColumn],
  ['line', 'Lines', ChartLine],
  ['area', 'Areas', ChartArea],
  ['point', 'Points', ChartScatter],
  ['pie', 'Ring', ChartPie],
];

const AGGREGATES: [Aggregate, string][] = [
  ['sum', 'Sum of'],
  ['mean', 'Mean of'],
  ['min', 'Least'],
  ['max', 'Greatest'],
  ['count', 'Number of rows'],
  ['none', 'Each row’s'],
];

interface ChartPanelProps {
  reader: ResultReader;
  /** Tells results apart. */
  id: string;
  choice: ChartChoice | undefined;
  onChange: (choice: ChartChoice) => void;
}

/** Builds a chart of the result. The first one is drawn without being asked how. */
export function ChartPanel({ reader, id, choice: chosen, onChange }: ChartPanelProps) {
  const rows = useQuery({
    queryKey: ['chart-rows', id],
    queryFn: () => reader.rows(0, MOST_ARRANGED_ROWS),
    gcTime: 0,
    staleTime: Infinity,
  });
  const choice = useMemo(() => fitted(chosen, reader.columns, rows.data ?? []), [chosen, reader.columns, rows.data]);
  const drawn = useMemo(() => (rows.data ? marksOf(rows.data, reader.columns, choice) : undefined), [rows.data, reader.columns, choice]);
  const numbers = reader.columns.filter((column) => isNumeric(column.type)).map((column) => column.name);
  const names = reader.columns.map((column) => column.name);
  const change = (part: Partial<ChartChoice>) => onChange({ ...choice, ...part });
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
      <div className="border-line bg-page flex w-52 shrink-0 flex-col gap-2.5 overflow-y-auto border-r p-3 max-md:grid max-md:w-full max-md:grid-cols-2 max-md:border-r-0 max-md:border-b">
        <div role="group" aria-label="Kind of chart" className="flex gap-0.5 max-md:col-span-2">
          {KINDS.map(([kind, label, Icon]) => (
            <IconButton key={kind} label={label} aria-pressed={choice.kind === kind} look={choice.kind === kind ? 'plain' : 'quiet'} onClick={() => change({ kind })}>
              <Icon />
            </IconButton>
          ))}
        </div>
        <Choice label={choice.kind === 'pie' ? 'Pieces' : 'Along the bottom'} value={choice.x} options={names} onChange={(x) => change({ x })} />
        <Labelled label="Height">
          <Select aria-label="How rows are put together" value={choice.aggregate} onChange={(event) => change({ aggregate: event.target.value as Aggregate, y: choice.y ?? numbers[0] })} className="h-7">
            {AGGREGATES.filter(([aggregate]) => aggregate === 'count' || numbers.length > 0).map(([aggregate, label]) => (
              <option key={aggregate} value={aggregate}>
                {label}
              </option>
            ))}
          </Select>
        </Labelled>
        {choice.aggregate === 'count' ? null : <Choice label="Of" value={choice.y} options={numbers} onChange={(y) => change({ y })} />}
        {choice.kind === 'pie' ? null : (
          <Choice label="Colour" value={choice.colour} options={names} none="One colour" onChange={(colour) => change({ colour: colour || undefined })} />
        )}
      </div>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col p-3">
        {rows.error ? <ErrorNote error={rows.error} /> : null}
        {drawn ? (
          <>
            <div className="min-h-40 flex-1 max-md:min-h-64">
              <Chart marks={drawn.marks} columns={reader.columns} choice={choice} plain={drawn.plain} label={`${choice.kind} chart of ${choice.y ?? 'rows'} by ${choice.x ?? ''}`} />
            </div>
            {drawn.left > 0 || reader.length > MOST_ARRANGED_ROWS ? (
              <p className="text-ink-faint mt-1 text-sm">
                {drawn.left > 0 ? `${count(drawn.left)} more marks are not drawn: group the rows in the query. ` : ''}
                {reader.length > MOST_ARRANGED_ROWS ? `Of the first ${count(MOST_ARRANGED_ROWS)} rows.` : ''}
              </p>
            ) : null}
          </>
        ) : (
          <Skeleton />
        )}
      </div>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0 flex-1 md:flex-none">
      <span className="text-ink-faint mb-0.5 block text-sm">{label}</span>
      {children}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: string[];
  none?: string;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, none, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      <Select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value)} className="h-7">
        {none ? <option value="">{none}</option> : null}
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    </Labelled>
  );
}
