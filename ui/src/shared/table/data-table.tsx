import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type Header,
  type Row,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNarrow } from '../layout/use-narrow';
import { useStored } from '../preferences/stored';
import { classes } from '../ui/classes';

export interface TableColumn<Item> {
  id: string;
  header: string;
  cell: (item: Item) => ReactNode;
  /** Makes the column sortable. */
  value?: (item: Item) => string | number | boolean | undefined | null;
  /** In pixels, before anybody drags it. */
  width?: number;
  numeric?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
}

interface DataTableProps<Item> {
  /** Under which widths are remembered. */
  name: string;
  label: string;
  columns: TableColumn<Item>[];
  items: readonly Item[];
  id: (item: Item) => string;
  /** In place of rows, when there are none. */
  empty?: ReactNode;
  /** Shown at the right of a row, on hover and on keyboard focus. */
  actions?: (item: Item) => ReactNode;
  /** Called when the end comes into view: more may be loaded. */
  onEnd?: () => void;
  /** As high as its rows, within a page that scrolls itself. */
  grow?: boolean;
  /** Columns keep their widths and the table scrolls sideways; else they share the width that there is. */
  scroll?: boolean;
}

const ROW = 33;
const ACTIONS = 76;
/** How much of its width a column keeps where the window is narrow; what is still too wide then scrolls sideways. */
const NARROW = 0.6;
const NARROWEST = 96;
const NO_WIDTHS: Record<string, number> = {};

/** Rows and columns: sorted by a click, widths by a drag, drawn only as far as they are seen. */
export function DataTable<Item>({ name, label, columns: all, items, id, empty, actions, onEnd, grow, scroll }: DataTableProps<Item>) {
  const narrow = useNarrow();
  const columns = useMemo(() => (narrow ? all.filter((column) => !column.wide) : all), [all, narrow]);
  const [sorting, setSorting] = useState<SortingState>([]);
  const [widths, setWidths] = useStored(`${name}.widths`, NO_WIDTHS);
  const scroller = useRef<HTMLDivElement>(null);
  const data = useMemo(() => [...items], [items]);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (item: Item) => column.value?.(item) ?? '',
        enableSorting: column.value !== undefined,
        size: column.width ?? 180,
        minSize: 56,
        cell: ({ row }: { row: Row<Item> }) => column.cell(row.original),
      })),
    [columns],
  );
  // The table keeps functions that change between renders; the compiler's memory must not.
  // eslint-disable-next-line react-hooks/incompatible-library
  const table = useReactTable({
    data,
    columns: definitions,
    state: { sorting, columnSizing: widths },
    getRowId: id,
    onSortingChange: setSorting,
    onColumnSizingChange: (update) => setWidths(typeof update === 'function' ? update(widths) : update),
    columnResizeMode: 'onChange',
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const rows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    enabled: !grow,
  });
  const window = grow ? undefined : virtual.getVirtualItems();
  const first = window?.[0]?.start ?? 0;
  const last = window?.at(-1);
  const after = last ? virtual.getTotalSize() - last.end : 0;
  const atEnd = !grow && (last === undefined || last.index >= rows.length - 5);
  useEffect(() => {
    if (atEnd) {
      onEnd?.();
    }
  }, [atEnd, rows.length, onEnd]);
  if (items.length === 0 && empty) {
    return <>{empty}</>;
  }
  const shown = window ? window.map((item) => rows[item.index]) : rows;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const least = columns.reduce((sum, column) => sum + Math.max(NARROWEST, (column.width ?? 180) * NARROW), actions ? ACTIONS : 0);
  return (
    // A region that scrolls must be reachable with the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={grow ? 'overflow-x-auto' : 'min-h-0 flex-1 overflow-auto'} role="region" aria-label={label} tabIndex={0}>
      <table className="w-full table-fixed border-separate border-spacing-0" style={{ minWidth: scroll ? table.getTotalSize() : least }}>
        <colgroup>
          {table.getVisibleLeafColumns().map((column) => (
            <col key={column.id} style={{ width: scroll ? column.getSize() : `${(100 * column.getSize()) / table.getTotalSize()}%` }} />
          ))}
          {actions ? <col style={{ width: ACTIONS }} /> : null}
        </colgroup>
        <thead className="bg-surface sticky top-0 z-10">
          <tr>
            {table.getFlatHeaders().map((header) => (
              <HeaderCell key={header.id} header={header} numeric={byId.get(header.id)?.numeric} />
            ))}
            {actions ? (
              <th className="border-line border-b">
                <span className="sr-only">Actions</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <tr aria-hidden style={{ height: first }} /> : null}
          {shown.map((row) =>
            row ? (
              <tr key={row.id} className="group/row hover:bg-hover">
                {row.getVisibleCells().map((cell) => {
                  const column = byId.get(cell.column.id);
                  return (
                    <td
                      key={cell.id}
                      className={classes(
                        'border-line h-8 truncate border-b px-3 py-1 first:pl-5',
                        column?.numeric && 'text-right tabular-nums',
                      )}
                    >
                      {flexRender(cell.column.columnDef.cell, cell.getContext())}
                    </td>
                  );
                })}
                {actions ? (
                  <td className="border-line border-b pr-3 text-right whitespace-nowrap">
                    <span className="inline-flex opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 has-[[data-state=open]]:opacity-100 max-md:opacity-100">
                      {actions(row.original)}
                    </span>
                  </td>
                ) : null}
              </tr>
            ) : null,
          )}
          {after > 0 ? <tr aria-hidden style={{ height: after }} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Item>({ header, numeric }: { header: Header<Item, unknown>; numeric?: boolean }) {
  const sorted = header.column.getIsSorted();
  const text = flexRender(header.column.columnDef.header, header.getContext());
  return (
    <th
      scope="col"
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
      className={classes(
        'border-line text-ink-faint group/head relative h-8 border-b px-3 text-left text-sm font-medium first:pl-5',
        numeric && 'text-right',
      )}
    >
      {header.column.getCanSort() ? (
        <button
          type="button"
          onClick={header.column.getToggleSortingHandler()}
          className="hover:text-ink inline-flex max-w-full items-center gap-1"
        >
          <span className="truncate">{text}</span>
          {sorted === 'asc' ? <ArrowUp aria-hidden className="size-3" /> : null}
          {sorted === 'desc' ? <ArrowDown aria-hidden className="size-3" /> : null}
        </button>
      ) : (
        <span className="block truncate">{text}</span>
      )}
      {/* The pointer's way; the keyboard has no need of widths, since whole texts are in the title of each cell. */}
      <div
        aria-hidden
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        className="group-hover/head:bg-line-strong hover:bg-accent! absolute top-1.5 right-0 h-5 w-0.5 cursor-col-resize touch-none"
      />
    </th>
  );
}
