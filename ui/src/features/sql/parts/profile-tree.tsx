import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { bytes, count, duration } from '../../../shared/display/numbers';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { Chip } from '../../../shared/ui/chip';
import { classes } from '../../../shared/ui/classes';
import { profileQuery } from '../api';
import { linesOf, plainName, type Operator, type OperatorLine, type Plan, type QueryProfile } from '../model/profile';

/** What the engine did for a statement, drawn as a tree with time and rows of each operator. */
export function ProfileTree({ statementId }: { statementId: string }) {
  const profile = useQuery(profileQuery(statementId));
  if (profile.error instanceof ApiError && profile.error.missing) {
    return (
      <Empty icon={Activity} title="No profile">
        Only statements that the engine planned have one, and only for seven days.
      </Empty>
    );
  }
  return <Loaded query={profile}>{(data) => <Plans profile={data} />}</Loaded>;
}

function Plans({ profile }: { profile: QueryProfile }) {
  const [chosen, setChosen] = useState<{ plan: number; key: string }>({ plan: 0, key: '0' });
  const lines = profile.plans.map((plan) => linesOf(plan.root));
  const operator = lines[chosen.plan]?.find((line) => line.key === chosen.key)?.operator;
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <div className="min-h-0 min-w-0 flex-1 overflow-auto p-3">
        {profile.plans.map((plan, index) => (
          <PlanLines
            key={index}
            plan={plan}
            lines={lines[index] ?? []}
            open={index === 0}
            chosen={chosen.plan === index ? chosen.key : undefined}
            onChoose={(key) => setChosen({ plan: index, key })}
          />
        ))}
      </div>
      {operator ? <Details operator={operator} /> : null}
    </div>
  );
}

interface PlanLinesProps {
  plan: Plan;
  lines: OperatorLine[];
  open: boolean;
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

function PlanLines({ plan, lines, open, chosen, onChoose }: PlanLinesProps) {
  return (
    <details open={open} className="mb-3">
      <summary className="text-ink-soft mb-1.5 w-fit text-sm font-medium">
        <span className="inline-block max-w-2xl truncate align-bottom">{plan.title}</span>
        {plan.time_ms === undefined ? null : <span className="text-ink-faint ml-2 font-normal tabular-nums">{duration(plan.time_ms)}</span>}
      </summary>
      <ol className="space-y-1">
        {lines.map(({ operator, depth, share, key }) => (
          <li key={key} style={{ paddingLeft: Math.min(depth, 12) * 18 }}>
            <button
              type="button"
              aria-pressed={chosen === key}
              onClick={() => onChoose(key)}
              className={classes(
                'border-line relative flex w-full max-w-3xl min-w-72 items-center gap-3 overflow-hidden rounded-md border px-3 py-1 text-left',
                chosen === key ? 'border-accent bg-selected' : 'bg-surface hover:bg-hover',
              )}
            >
              <span aria-hidden className={classes('absolute bottom-0 left-0 h-0.5', share > 0.5 ? 'bg-warning' : 'bg-accent')} style={{ width: `${share * 100}%` }} />
              <span className="min-w-0 flex-1">
                <span className="font-medium">{plainName(operator.name)}</span>
                {plainName(operator.name) === operator.name ? null : <span className="text-ink-faint ml-2 truncate text-sm">{operator.name}</span>}
              </span>
              <span className="text-ink-soft w-28 shrink-0 text-right text-sm tabular-nums">
                {operator.rows === undefined ? '' : `${count(operator.rows)} rows`}
              </span>
              <span className="w-16 shrink-0 text-right text-sm tabular-nums">{operator.time_ms === undefined ? '' : duration(operator.time_ms)}</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Details({ operator }: { operator: Operator }) {
  return (
    <aside aria-label="Operator" className="border-line bg-page w-80 shrink-0 overflow-y-auto border-l p-3 max-md:w-full max-md:border-t max-md:border-l-0">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="min-w-0 truncate font-semibold">{plainName(operator.name)}</h3>
        <Chip tone="info" className="ml-auto">
          {operator.engine}
        </Chip>
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-sm">
        {operator.rows === undefined ? null : <Line name="rows handed on" value={count(operator.rows)} />}
        {operator.metrics.map((metric) => (
          <Line
            key={metric.name}
            name={metric.name}
            value={metric.unit === 'BYTES' ? bytes(metric.value) : metric.unit === 'MILLISECONDS' ? duration(metric.value) : count(metric.value)}
          />
        ))}
      </dl>
      {operator.detail ? (
        <p className="bg-sunken border-line text-code mt-3 rounded-sm border p-2 font-mono break-words">{operator.detail}</p>
      ) : (
        <p className="text-ink-faint mt-3 text-sm">Details are not shown, since the statement reads a view.</p>
      )}
    </aside>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="text-right tabular-nums">{value}</dd>
    </>
  );
}
