import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { isNumeric, type ResultColumn } from '../results/result-store';
import { classes } from '../ui/classes';
import { typeColour } from './type-colour';

/** The height of the head, in pixels. */
export const HEAD = 44;
/** What a header that is dragged carries: its place. */
const DRAGGED = 'application/x-tarn-column';

interface HeaderCellProps {
  column: ResultColumn;
  index: number;
  left: number;
  width: number;
  sorted?: 'ascending' | 'descending';
  filtered: boolean;
  onOpen?: (column: number, anchor: HTMLElement) => void;
  onResize: (column: number, width: number) => void;
  onMove: (from: number, to: number) => void;
}

/** Name and type of a column; opens its menu, and is dragged to another place or to another width. */
export function HeaderCell({ column, index, left, width, sorted, filtered, onOpen, onResize, onMove }: HeaderCellProps) {
  const [from, setFrom] = useState<number>();
  const [over, setOver] = useState(false);
  const Arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : undefined;
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index + 1}
      aria-sort={sorted}
      className={classes('border-line absolute top-0 border-r', over && 'bg-accent-soft')}
      style={{ left, width, height: HEAD - 1 }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (event.dataTransfer.types.includes(DRAGGED)) {
          event.preventDefault();
          onMove(Number(event.dataTransfer.getData(DRAGGED)), index);
        }
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        disabled={!onOpen}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(index))}
        onClick={(event) => onOpen?.(index, event.currentTarget)}
        className={classes('hover:bg-hover group/head flex h-full w-full min-w-0 flex-col justify-center px-2', isNumeric(column.type) ? 'items-end text-right' : 'text-left')}
        title={`${column.name} ${column.type}`}
      >
        <span className={classes('flex w-full min-w-0 items-center gap-1', isNumeric(column.type) && 'flex-row-reverse')}>
          <bdi className="min-w-0 truncate text-base font-medium">{column.name}</bdi>
          {Arrow ? <Arrow aria-hidden className="text-accent size-3 shrink-0" /> : null}
          {filtered ? <span className="bg-accent size-1.5 shrink-0 rounded-full" title="Filtered" /> : null}
          <ChevronDown aria-hidden className={classes('text-ink-faint size-3 shrink-0 opacity-0 group-hover/head:opacity-100', isNumeric(column.type) ? 'mr-auto' : 'ml-auto')} />
        </span>
        <span className={classes('max-w-full truncate text-xs', typeColour(column.type))}>{column.type.toLowerCase()}</span>
      </button>
      <div
        aria-hidden
        className="hover:bg-accent absolute top-0 -right-1 z-10 h-full w-2 cursor-col-resize touch-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(event.clientX - width);
        }}
        onPointerMove={(event) => (from === undefined ? undefined : onResize(index, event.clientX - from))}
        onPointerUp={() => setFrom(undefined)}
      />
    </div>
  );
}

