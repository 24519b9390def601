import { identifier, quoted } from '../../../shared/navigation/paths';
import type { Result } from '../../../shared/statements/run-statement';
import { literal } from '../../../shared/statements/use-statement';

export type FileFormat = 'csv' | 'json' | 'parquet';

/** How a file is to be understood. */
export interface Reading {
  /** Such as `/Volumes/main/default/landing/orders.csv`. */
  path: string;
  format: FileFormat;
  /** CSV: the first line has the names. */
  header: boolean;
  /** CSV: what stands between values. */
  separator: string;
  /** JSON: the file is one array, not an object a line. */
  array: boolean;
}

/** A column of the file, and what becomes of it. */
export interface ImportColumn {
  source: string;
  /** The type that was found in the file. */
  found: string;
  name: string;
  type: string;
  used: boolean;
  samples: (string | null)[];
}

const ENDINGS: Record<string, FileFormat> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  parquet: 'parquet',
};

export const ACCEPTED = Object.keys(ENDINGS).map((ending) => `.${ending}`);
export const TYPES = ['STRING', 'BIGINT', 'INT', 'DOUBLE', 'DECIMAL(18,2)', 'BOOLEAN', 'DATE', 'TIMESTAMP'];
export const SEPARATORS: [string, string][] = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Bar'],
];

function ending(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** By the end of its name; undefined for a file that cannot become a table here. */
export function formatOf(fileName: string): FileFormat | undefined {
  return ENDINGS[ending(fileName)];
}

/** The separator that the first line has most of. */
export function separatorOf(start: string): string {
  const line = start.split(/\r?\n/, 1)[0] ?? '';
  const times = (separator: string) => line.split(separator).length;
  return SEPARATORS.map(([separator]) => separator).reduce((best, other) => (times(other) > times(best) ? other : best), ',');
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
}

export function tableNameOf(fileName: string): string {
  return plain(fileName.replace(/\.[^.]+$/, '')) || 'imported';
}

/** A name in the volume that no other file has, and that SQL takes in a path. */
export function storedName(fileName: string, now: number): string {
  return `${tableNameOf(fileName).slice(0, 100)}_${now}.${ending(fileName)}`;
}

/** The file as SQL reads it. Typed: with types that are found in its values, where the file has none of its own. */
function relation({ path, format, header, separator, array }: Reading, typed: boolean): string {
  const options: Record<string, string> =
    format === 'csv'
      ? { header: String(header), sep: separator, inferSchema: String(typed), escape: '"', multiLine: 'true' }
      : format === 'json' && array
        ? { multiLine: 'true' }
        : {};
  const list = Object.entries(options).map(([key, value]) => `${key} = ${literal(value)}`);
  return `${format}.${identifier(path)}${list.length > 0 ? ` WITH (${list.join(', ')})` : ''}`;
}

export function previewStatement(reading: Reading): string {
  return `SELECT * FROM ${relation(reading, true)} LIMIT 20`;
}

/** The same with values as they are written: `007` is no number yet. */
export function textStatement(reading: Reading): string {
  return `SELECT * FROM ${relation(reading, false)} LIMIT 20`;
}

/** The columns as a preview found them, under names that a table takes; with values of another, where it shows them better. */
export function columnsOf(preview: Result, values: Result = preview): ImportColumn[] {
  const taken = new Set<string>();
  return preview.columns.map((column, index) => {
    const wanted = column.name.trim().replace(/[\s,;{}()=.]+/g, '_') || `column_${index + 1}`;
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      name = `${wanted}_${number}`;
    }
    taken.add(name.toLowerCase());
    const found = column.type.toUpperCase();
    return { source: column.name, found, name, type: found, used: true, samples: values.rows.map((row) => row[index] ?? null) };
  });
}

/** Why a table cannot be made of these columns; undefined if it can. */
export function problemOf(columns: ImportColumn[]): string | undefined {
  const used = columns.filter((column) => column.used);
  if (used.length === 0) {
    return 'Choose a column.';
  }
  const odd = used.find((column) => column.name === '' || /[\s,;{}()=]/.test(column.name));
  if (odd) {
    return `“${odd.name}” is no name for a column: leave out spaces and any of , ; { } ( ) =.`;
  }
  const names = used.map((column) => column.name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `Two columns are named “${twice}”.`;
}

/**
 * @param lenient values that are not of the chosen type become NULL; otherwise the first of them ends the import
 */
export function createStatement(reading: Reading, table: string, columns: ImportColumn[], lenient: boolean): string {
  const cast = lenient ? 'TRY_CAST' : 'CAST';
  // CSV is read as text: a column that is to be text keeps its leading zeros.
  const given = (column: ImportColumn) => (reading.format === 'csv' ? 'STRING' : column.found);
  const list = columns
    .filter((column) => column.used)
    .map((column) => {
      const source = identifier(column.source);
      return `  ${column.type === given(column) ? source : `${cast}(${source} AS ${column.type})`} AS ${identifier(column.name)}`;
    });
  return `CREATE TABLE ${quoted(table)} AS SELECT\n${list.join(',\n')}\nFROM ${relation(reading, false)}`;
}
