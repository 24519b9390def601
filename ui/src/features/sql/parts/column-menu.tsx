import { useQuery } from '@tanstack/react-query';
import { ArrowDownNarrowWide, ArrowUpNarrowWide, ListX } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { CopyButton } from '../../../shared/display/copy-button';
import { count } from '../../../shared/display/numbers';
import { typeColour } from '../../../shared/grid/type-colour';
import type { ResultReader } from '../../../shared/results/result-reader';
import type { ColumnProfile } from '../../../shared/results/result-store';
import { Skeleton } from '../../../shared/states/skeleton';
import { Button } from '../../../shared/ui/button';
import { Input } from '../../../shared/ui/input';

interface ColumnMenuProps {
  reader: ResultReader;
  column: number;
  anchor: HTMLElement;
  onClose: () => void;
  /** Sorts on the server, where a result is too large to be sorted here. */
  onServerSort?: (column: number, descending: boolean) => void;
}

/** What is in a column, and what can be done with it: sort, filter. */
export function ColumnMenu({ reader, column, anchor, onClose, onServerSort }: ColumnMenuProps) {
  const own = reader.columns[column];
  const { sort, filters } = reader.arrangement;
  const [filter, setFilter] = useState(filters.find((other) => other.column === column)?.text ?? '');
  const [busy, setBusy] = useState(false);
  const arrange = async (change: Partial<typeof reader.arrangement>, stay?: boolean) => {
    setBusy(true);
    await reader.arrange({ ...reader.arrangement, ...change });
    setBusy(false);
    if (!stay) {
      onClose();
    }
  };
  const sortBy = (descending: boolean) => {
    if (reader.arrangeable) {
      void arrange({ sort: { column, descending } });
    } else {
      onServerSort?.(column, descending);
      onClose();
    }
  };
  const canSort = reader.arrangeable || onServerSort !== undefined;
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Anchor virtualRef={{ current: anchor }} />
      <Radix.Portal>
        <Radix.Content
          aria-label={`Column ${own?.name}`}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          className="appear bg-raised border-line shadow-pop z-50 max-h-(--radix-popover-content-available-height) w-76 overflow-y-auto rounded-md border p-3"
        >
          <div className="mb-2 flex items-center gap-2">
            <bdi className="min-w-0 truncate font-semibold">{own?.name}</bdi>
            <span className={`truncate text-sm ${typeColour(own?.type ?? '')}`}>{own?.type.toLowerCase()}</span>
            <CopyButton text={own?.name ?? ''} label="Copy the name" className="ml-auto size-6" />
          </div>
          <div className="mb-2 flex gap-1.5">
            <Button disabled={!canSort} busy={busy} onClick={() => sortBy(false)} className="flex-1">
              <ArrowUpNarrowWide /> Ascending
            </Button>
            <Button disabled={!canSort} busy={busy} onClick={() => sortBy(true)} className="flex-1">
              <ArrowDownNarrowWide /> Descending
            </Button>
          </div>
          {reader.arrangeable ? (
            <form
              className="mb-3 flex gap-1.5"
              onSubmit={(event) => {
                event.preventDefault();
                void arrange({ filters: [...filters.filter((other) => other.column !== column), { column, text: filter }] });
              }}
            >
              <Input aria-label="Rows whose value contains" placeholder="Value contains…" value={filter} onChange={(event) => setFilter(event.target.value)} className="h-7" />
              <Button type="submit" busy={busy}>
                Filter
              </Button>
            </form>
          ) : (
            <p className="text-ink-faint mb-3 text-sm">This result is large: sorting runs the query again on the server, and filters belong into the query.</p>
          )}
          {sort?.column === column || filters.some((other) => other.column === column && other.text) ? (
            <Button
              look="quiet"
              className="mb-2 w-full"
              onClick={() => void arrange({ sort: sort?.column === column ? undefined : sort, filters: filters.filter((other) => other.column !== column) })}
            >
              <ListX /> Clear sort and filter
            </Button>
          ) : null}
          <Profile reader={reader} column={column} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Profile({ reader, column }: { reader: ResultReader; column: number }) {
  const [key] = useState(() => Math.random());
  const profile = useQuery({ queryKey: ['column-profile', key, column], queryFn: () => reader.profile(column), gcTime: 0 });
  if (profile.error) {
    return <p className="text-danger">{profile.error.message}</p>;
  }
  if (!profile.data) {
    return <Skeleton lines={4} />;
  }
  const { data } = profile;
  const whole = data.rows >= reader.total;
  return (
    <section aria-label="What is in the column" className="border-line border-t pt-2.5">
      {data.histogram && data.histogram.length > 1 ? <Histogram bins={data.histogram} /> : <TopValues profile={data} />}
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
        <Fact name="Nulls" value={`${count(data.nulls)} (${percent(data.nulls, data.rows)})`} />
        <Fact name="Distinct" value={`${data.manyDistinct ? 'more than ' : ''}${count(data.distinct)}`} />
        <Fact name="Least" value={data.least} />
        <Fact name="Greatest" value={data.greatest} />
        <Fact name="Mean" value={data.mean === undefined ? undefined : data.mean.toLocaleString('en', { maximumFractionDigits: 4 })} />
      </dl>
      {whole ? null : <p className="text-ink-faint mt-1.5 text-sm">Of the first {count(data.rows)} rows.</p>}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  return value === undefined ? null : (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0 truncate text-right tabular-nums" title={value}>
        {value}
      </dd>
    </>
  );
}

function Histogram({ bins }: { bins: NonNullable<ColumnProfile['histogram']> }) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const number = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4, notation: Math.abs(value) >= 1e5 ? 'compact' : 'standard' });
  return (
    <figure>
      <div className="flex h-14 items-end gap-px" aria-hidden>
        {bins.map((bin) => (
          <div
            key={bin.from}
            title={`${number(bin.from)} to ${number(bin.to)}: ${count(bin.count)}`}
            className="bg-type-number/70 hover:bg-type-number min-h-px flex-1 rounded-t-[1px]"
            style={{ height: `${(bin.count / most) * 100}%` }}
          />
        ))}
      </div>
      <figcaption className="text-ink-faint flex justify-between text-xs tabular-nums">
        <span>{number(bins[0]?.from ?? 0)}</span>
        <span>{number(bins.at(-1)?.to ?? 0)}</span>
      </figcaption>
    </figure>
  );
}

function TopValues({ profile }: { profile: ColumnProfile }) {
  return (
    <ul className="space-y-0.5">
      {profile.top.map(({ value, count: times }) => (
        <li key={value ?? 'null'} className="relative flex justify-between gap-2 px-1.5 text-sm">
          <span aria-hidden className="bg-type-text/20 absolute inset-y-0 left-0 rounded-sm" style={{ width: `${(times / profile.rows) * 100}%` }} />
          <bdi className="relative min-w-0 truncate">{value === '' ? 'empty' : value}</bdi>
          <span className="text-ink-soft relative tabular-nums">{percent(times, profile.rows)}</span>
        </li>
      ))}
    </ul>
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((part / whole) * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
}
