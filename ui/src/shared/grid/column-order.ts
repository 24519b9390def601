import { useState } from 'react';
import type { ResultColumn } from '../results/result-store';

/** Orders of results that were looked at since the page was loaded: the same columns come in the same order again. */
const KNOWN = new Map<string, number[]>();
const MOST_KNOWN = 200;

/** The order with the column at one place moved to another. */
export function reordered(order: readonly number[], from: number, to: number): number[] {
  const next = [...order];
  const [moved] = next.splice(from, 1);
  if (moved !== undefined) {
    next.splice(Math.max(0, Math.min(to, next.length)), 0, moved);
  }
  return next;
}

export interface ColumnOrder {
  /** By place: which column of the result is there. */
  order: readonly number[];
  /** Moves the column at one place to another. */
  move: (from: number, to: number) => void;
}

/** In which order the columns of a result are shown. */
export function useColumnOrder(columns: readonly ResultColumn[]): ColumnOrder {
  const key = columns.map((column) => `${column.name}\u0000${column.type}`).join('\u0001');
  const [own, setOwn] = useState<{ key: string; order: number[] }>();
  const order = own?.key === key ? own.order : (KNOWN.get(key) ?? columns.map((_, index) => index));
  const move = (from: number, to: number) => {
    const next = reordered(order, from, to);
    KNOWN.delete(key);
    KNOWN.set(key, next);
    if (KNOWN.size > MOST_KNOWN) {
      KNOWN.delete(KNOWN.keys().next().value ?? '');
    }
    setOwn({ key, order: next });
  };
  return { order, move };
}
