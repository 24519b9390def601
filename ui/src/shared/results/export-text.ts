import type { Cell, ResultColumn, ResultRow } from './result-store';

/** CSV by RFC 4180, as the server writes it: NULL is the word null, the text "null" is quoted. */
export function csv(columns: ResultColumn[]): (rows: ResultRow[], first: boolean) => string {
  return (rows, first) => {
    const lines = rows.map((row) => row.map(csvValue).join(','));
    const head = first ? [columns.map((column) => csvValue(column.name)).join(',')] : [];
    return [...head, ...lines, ''].join('\r\n');
  };
}

function csvValue(value: Cell): string {
  if (value === null) {
    return 'null';
  }
  return value === 'null' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** One JSON object a line; every value as its text. */
export function jsonLines(columns: ResultColumn[]): (rows: ResultRow[]) => string {
  return (rows) =>
    rows
      .map((row) => `${JSON.stringify(Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null])))}\n`)
      .join('');
}

/** Cells for a spreadsheet: tabs between, and what would break them replaced. */
export function tabSeparated(rows: ResultRow[]): string {
  return rows.map((row) => row.map((value) => (value ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/**
 * Arrow streams of one schema as one: the schema of the first, the batches of all. An Arrow stream is a schema message, batches, and
 * eight bytes that end it (https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format).
 */
export function joinArrow(streams: Uint8Array[]): Uint8Array[] {
  return streams.map((stream, index) => {
    const from = index === 0 ? 0 : schemaLength(stream);
    const to = index === streams.length - 1 ? stream.length : stream.length - 8;
    return stream.subarray(from, to);
  });
}

function schemaLength(stream: Uint8Array): number {
  return 8 + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
}
