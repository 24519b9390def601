/**
 * Which rows a grid of any length shows. Browsers draw nothing taller than some millions of pixels, so beyond that the scroll bar
 * stands for the whole by proportion, and the wheel moves by rows.
 */
export const TALLEST = 8_000_000;

export interface Window {
  /** Height of what scrolls. */
  height: number;
  first: number;
  /** One past the last. */
  last: number;
  /** Where the first row is drawn, in pixels from the top of what scrolls. */
  offset: number;
}

export function windowAt(scrollTop: number, viewport: number, rows: number, rowHeight: number, overscan = 4): Window {
  const whole = rows * rowHeight;
  const height = Math.min(whole, TALLEST);
  const top = virtualTop(scrollTop, viewport, whole);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(rows, Math.ceil((top + viewport) / rowHeight) + overscan);
  return { height, first, last, offset: scrollTop - (top - first * rowHeight) };
}

/** Where the reader is in the whole, were it drawn at its full height. */
export function virtualTop(scrollTop: number, viewport: number, whole: number): number {
  if (whole <= TALLEST) {
    return scrollTop;
  }
  const part = scrollTop / Math.max(1, TALLEST - viewport);
  return part * (whole - viewport);
}

/** The scroll position at which the reader is at a place of the whole. */
export function scrollTopFor(top: number, viewport: number, whole: number): number {
  if (whole <= TALLEST) {
    return top;
  }
  return (top / Math.max(1, whole - viewport)) * (TALLEST - viewport);
}

/** The columns that a stretch shows; `ends` are the right edges of all columns. */
export function columnsAt(left: number, width: number, ends: number[], overscan = 1): [number, number] {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= left) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let last = low;
  while (last < ends.length && (last === 0 ? 0 : (ends[last - 1] ?? 0)) < left + width) {
    last++;
  }
  return [Math.max(0, low - overscan), Math.min(ends.length, last + overscan)];
}
