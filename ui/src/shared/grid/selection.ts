/** Cells and stretches of a grid, and where keys lead. */
export interface Place {
  row: number;
  column: number;
}

export interface Range {
  anchor: Place;
  focus: Place;
}

export function rangeOf({ anchor, focus }: Range) {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The cell that a key leads to; undefined for other keys. */
export function moved(from: Place, key: string, modified: boolean, size: { rows: number; columns: number; page: number }): Place | undefined {
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return modified ? to(lastRow, column) : to(row + 1, column);
    case 'ArrowUp':
      return modified ? to(0, column) : to(row - 1, column);
    case 'ArrowRight':
      return modified ? to(row, lastColumn) : to(row, column + 1);
    case 'ArrowLeft':
      return modified ? to(row, 0) : to(row, column - 1);
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(row - size.page, column);
    case 'Home':
      return modified ? to(0, 0) : to(row, 0);
    case 'End':
      return modified ? to(lastRow, lastColumn) : to(row, lastColumn);
    default:
      return undefined;
  }
}
