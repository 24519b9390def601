import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { copyText } from '../display/copy-button';
import { notify } from '../notices/notices';
import { tabSeparated } from '../results/export-text';
import type { ResultReader } from '../results/result-reader';
import { isNumeric, type Cell, type ResultColumn } from '../results/result-store';
import type { ColumnOrder } from './column-order';
import { HEAD, HeaderCell } from './header-cell';
import { moved, rangeOf, type Place, type Range } from './selection';
import { columnsAt, scrollTopFor, virtualTop, windowAt } from './scroll-window';

const ROW = 26;
const CELL = 'absolute top-0 truncate px-2 leading-6.5';
const FOCUSED = ' group-focus-within/grid:outline-accent group-focus-within/grid:outline-2 group-focus-within/grid:-outline-offset-2';
const NARROWEST = 48;
const LONGEST_SHOWN = 300;
const MOST_COPIED = 20_000;

interface ResultGridProps {
  reader: ResultReader;
  label: string;
  /** In which order columns are shown; moved by dragging a header, or with Alt and an arrow. */
  columns: ColumnOrder;
  /** Opens what can be done with a column, at its header. */
  onColumn?: (column: number, anchor: HTMLElement) => void;
  /** Opens a whole value. */
  onOpen?: (column: number, value: Cell) => void;
}

/** Rows and columns of a result of any size. Only what is in view is drawn, and only that is asked for. */
export function ResultGrid({ reader, label, columns: { order, move }, onColumn, onOpen }: ResultGridProps) {
  useSyncExternalStore(reader.subscribe, reader.version);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, width: 1200, height: 400 });
  const [ownWidths, setWidths] = useState(() => reader.columns.map(firstWidth));
  const widths = useMemo(() => order.map((index) => ownWidths[index] ?? NARROWEST), [order, ownWidths]);
  const columns = useMemo(() => order.map((index) => reader.columns[index] as ResultColumn), [order, reader]);
  const [range, setRange] = useState<Range>({ anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } });
  const rows = reader.length;
  const gutter = 20 + String(Math.max(rows, 10)).length * 8;
  const ends = useMemo(() => edges(widths), [widths]);
  const width = gutter + (ends.at(-1) ?? 0);
  const body = Math.max(0, view.height - HEAD);
  const shown = windowAt(view.top, body, rows, ROW);
  const [firstColumn, lastColumn] = columnsAt(view.left, view.width - gutter, ends);

  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    let frame = 0;
    const measure = () => {
      frame = 0;
      setView({ top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight });
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    const wheel = (event: WheelEvent) => {
      // Where the scroll bar is shorter than the rows, a turn of the wheel still moves by its own length.
      const whole = reader.length * ROW;
      const inside = element.clientHeight - HEAD;
      if (Math.abs(event.deltaY) > Math.abs(event.deltaX) && whole > element.scrollHeight) {
        event.preventDefault();
        element.scrollTop = scrollTopFor(virtualTop(element.scrollTop, inside, whole) + event.deltaY, inside, whole);
      }
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    element.addEventListener('wheel', wheel, { passive: false });
    const watcher = new ResizeObserver(later);
    watcher.observe(element);
    return () => {
      element.removeEventListener('scroll', later);
      element.removeEventListener('wheel', wheel);
      watcher.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [reader]);

  const reveal = (place: Place) => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const whole = rows * ROW;
    const top = virtualTop(element.scrollTop, body, whole);
    const wanted = place.row * ROW;
    if (wanted < top || wanted + ROW > top + body) {
      element.scrollTop = scrollTopFor(wanted < top ? wanted : wanted + ROW - body, body, whole);
    }
    const left = (ends[place.column] ?? 0) - (widths[place.column] ?? 0);
    if (left < element.scrollLeft) {
      element.scrollLeft = left;
    } else if (left + (widths[place.column] ?? 0) > element.scrollLeft + element.clientWidth - gutter) {
      element.scrollLeft = left + (widths[place.column] ?? 0) - element.clientWidth + gutter;
    }
  };
  const select = (focus: Place, extend: boolean) => {
    setRange(extend ? { anchor: range.anchor, focus } : { anchor: focus, focus });
    reveal(focus);
  };
  /** Alt and down opens the column's menu; Alt and left or right moves the column. */
  const onAlt = (event: KeyboardEvent): boolean => {
    const { column } = range.focus;
    const to = event.key === 'ArrowLeft' ? column - 1 : event.key === 'ArrowRight' ? column + 1 : column;
    if (event.key === 'ArrowDown') {
      const header = scroller.current?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${column + 1}"]`);
      if (header) {
        onColumn?.(order[column] ?? 0, header);
      }
    } else if (to !== column && to >= 0 && to < columns.length) {
      move(column, to);
      select({ row: range.focus.row, column: to }, false);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    const modified = event.metaKey || event.ctrlKey;
    if (event.altKey && onAlt(event)) {
      return;
    }
    if (modified && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void copyRange(reader, order, range);
      return;
    }
    if (modified && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      setRange({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: reader.columns.length - 1 } });
      return;
    }
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      open(range.focus.row, range.focus.column);
      return;
    }
    const next = moved(range.focus, event.key, modified, { rows, columns: reader.columns.length, page: Math.floor(body / ROW) - 1 });
    if (next) {
      event.preventDefault();
      select(next, event.shiftKey);
    }
  };
  const latest = useRef({ select, onOpen, reader, order });
  useEffect(() => {
    latest.current = { select, onOpen, reader, order };
  });
  const press = useCallback((row: number, column: number, extend: boolean) => latest.current.select({ row, column }, extend), []);
  const open = useCallback((row: number, place: number) => {
    const now = latest.current;
    const column = now.order[place] ?? 0;
    now.onOpen?.(column, now.reader.row(row)?.[column] ?? null);
  }, []);
  const resize = (place: number, next: number) =>
    setWidths(ownWidths.map((old, index) => (index === order[place] ? Math.max(NARROWEST, next) : old)));
  const selected = rangeOf(range);
  const slots = Math.ceil(body / ROW) + 12;
  const indexes = Array.from({ length: Math.max(0, shown.last - shown.first) }, (_, index) => shown.first + index);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-colcount={reader.columns.length}
      aria-multiselectable
      aria-activedescendant={`cell-${range.focus.row}-${range.focus.column}`}
      tabIndex={0}
      onKeyDown={onKey}
      className="group/grid text-code relative min-h-0 flex-1 overflow-auto outline-none focus-visible:outline-2 focus-visible:-outline-offset-2"
    >
      <div style={{ width, height: shown.height + HEAD, minWidth: '100%' }} className="relative">
        <div role="row" aria-rowindex={1} className="bg-sunken border-line sticky top-0 z-20 border-b" style={{ height: HEAD }}>
          <div className="bg-sunken sticky left-0 z-10 h-full" style={{ width: gutter }} />
          {span(firstColumn, lastColumn).map((column) => (
            <HeaderCell
              key={column}
              column={columns[column] as ResultColumn}
              index={column}
              left={gutter + (ends[column] ?? 0) - (widths[column] ?? 0)}
              width={widths[column] ?? 0}
              sorted={reader.arrangement.sort && reader.arrangement.sort.column === order[column] ? (reader.arrangement.sort.descending ? 'descending' : 'ascending') : undefined}
              filtered={reader.arrangement.filters.some((filter) => filter.column === order[column] && filter.text !== '')}
              onOpen={onColumn ? (place, anchor) => onColumn(order[place] ?? 0, anchor) : undefined}
              onResize={resize}
              onMove={move}
            />
          ))}
        </div>
        <div className="absolute left-0 w-full" style={{ transform: `translateY(${shown.offset}px)`, top: HEAD }}>
          {indexes.map((index) => (
            <GridRow
              // Rows that leave the view lend their elements to those that come into it.
              key={index % slots}
              index={index}
              row={reader.row(index)}
              columns={columns}
              order={order}
              gutter={gutter}
              ends={ends}
              widths={widths}
              first={firstColumn}
              last={lastColumn}
              from={index >= selected.top && index <= selected.bottom ? selected.left : -1}
              to={selected.right}
              focus={index === range.focus.row ? range.focus.column : -1}
              onPress={press}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface GridRowProps {
  index: number;
  row: Cell[] | undefined;
  columns: ResultColumn[];
  order: readonly number[];
  gutter: number;
  ends: number[];
  widths: number[];
  first: number;
  last: number;
  from: number;
  to: number;
  focus: number;
  onPress: (row: number, column: number, extend: boolean) => void;
  onOpen: (row: number, column: number) => void;
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, columns, order, gutter, ends, widths, first, last, from, to, focus, onPress, onOpen } = props;
  return (
    <div role="row" aria-rowindex={index + 2} className="border-line hover:bg-hover relative border-b" style={{ height: ROW }}>
      <div
        role="rowheader"
        className="bg-surface border-line text-ink-faint sticky left-0 z-10 border-r pr-2 text-right font-mono text-xs leading-6.5 tabular-nums select-none"
        style={{ width: gutter, height: ROW - 1 }}
      >
        {index + 1}
      </div>
      {span(first, last).map((column) => (
        // Keys are the grid's own work: it has the focus, cells only show where.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={column}
          id={`cell-${index}-${column}`}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={column + 1}
          aria-selected={from >= 0 && column >= from && column <= to}
          style={{ left: gutter + (ends[column] ?? 0) - (widths[column] ?? 0), width: widths[column], height: ROW }}
          // Plain joining: this runs for every cell that scrolls by.
          className={
            CELL +
            (isNumeric(columns[column]?.type ?? '') ? ' text-right font-mono tabular-nums' : '') +
            (from >= 0 && column >= from && column <= to ? ' bg-selected' : '') +
            (focus === column ? FOCUSED : '')
          }
          onClick={(event) => onPress(index, column, event.shiftKey)}
          onDoubleClick={() => onOpen(index, column)}
        >
          <Shown value={row === undefined ? undefined : (row[order[column] ?? 0] ?? null)} />
        </div>
      ))}
    </div>
  );
});

/** One value; a NULL is told apart from a text, and what is still on its way from both. */
function Shown({ value }: { value: Cell | undefined }) {
  if (value === undefined) {
    return <span aria-hidden className="bg-hover inline-block h-2.5 w-2/3 rounded-sm" />;
  }
  if (value === null) {
    return <span className="text-ink-faint text-sm italic">null</span>;
  }
  if (value === '') {
    return <span className="text-ink-faint text-sm italic">empty</span>;
  }
  return <bdi>{value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value}</bdi>;
}

async function copyRange(reader: ResultReader, order: readonly number[], range: Range): Promise<void> {
  const { top, bottom, left, right } = rangeOf(range);
  const last = Math.min(bottom, top + MOST_COPIED - 1);
  const shown = order.slice(left, right + 1);
  const rows = (await reader.rows(top, last + 1)).map((row) => shown.map((column) => row[column] ?? null));
  const head = rows.length > 1 ? [shown.map((column) => reader.columns[column]?.name ?? '')] : [];
  await copyText(tabSeparated([...head, ...rows]));
  if (rows.length > 1) {
    notify('success', `Copied ${rows.length.toLocaleString('en')} rows${last < bottom ? ', the first of the selection' : ''}`);
  }
}

function firstWidth(column: ResultColumn): number {
  const kind = isNumeric(column.type) ? 90 : /^TIMESTAMP/i.test(column.type) ? 200 : /^(DATE|BOOLEAN)/i.test(column.type) ? 104 : 150;
  return Math.min(320, Math.max(kind, column.name.length * 8 + 36));
}

function edges(widths: number[]): number[] {
  let edge = 0;
  return widths.map((width) => (edge += width));
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
