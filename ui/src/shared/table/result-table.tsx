import { useMemo } from 'react';
import type { Result } from '../statements/run-statement';
import { DataTable, type TableColumn } from './data-table';

const NUMBER = /^(TINYINT|SMALLINT|INT|BIGINT|LONG|SHORT|BYTE|FLOAT|DOUBLE|DECIMAL)/i;

export function isNumber(type: string): boolean {
  return NUMBER.test(type);
}

/** A small result, each value by its type. */
export function ResultTable({ name, label, result }: { name: string; label: string; result: Result }) {
  const columns = useMemo(
    () =>
      result.columns.map((column, index): TableColumn<(string | null)[]> => ({
        id: `${index}`,
        header: column.name,
        numeric: isNumber(column.type),
        width: /^TIMESTAMP/i.test(column.type) ? 210 : 150,
        value: (row) => (isNumber(column.type) && row[index] !== null ? Number(row[index]) : row[index]),
        cell: (row) => <Value text={row[index] ?? null} numeric={isNumber(column.type)} />,
      })),
    [result.columns],
  );
  const indexes = useMemo(() => new Map(result.rows.map((row, index) => [row, `${index}`])), [result.rows]);
  return <DataTable scroll name={name} label={label} columns={columns} items={result.rows} id={(row) => indexes.get(row) ?? ''} />;
}

/** One value; a NULL is told apart from the text "null". */
export function Value({ text, numeric }: { text: string | null; numeric?: boolean }) {
  if (text === null) {
    return <span className="text-ink-faint text-sm italic">null</span>;
  }
  const shown = text.length > 500 ? `${text.slice(0, 500)}…` : text;
  return (
    <bdi title={text.slice(0, 4000)} className={numeric ? 'text-code font-mono tabular-nums' : ''}>
      {shown}
    </bdi>
  );
}
