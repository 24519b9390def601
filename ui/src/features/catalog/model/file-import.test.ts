import { describe, expect, it } from 'vitest';
import { columnsOf, createStatement, formatOf, previewStatement, problemOf, separatorOf, storedName, tableNameOf, type Reading } from './file-import';

const CSV: Reading = { path: '/Volumes/a/b/c/f.csv', format: 'csv', header: true, separator: ',', array: false };
const PREVIEW = {
  columns: [
    { name: 'id', type: 'int' },
    { name: 'unit price', type: 'double' },
    { name: 'ID', type: 'string' },
  ],
  rows: [['1', '2.5', 'x']],
};

describe('a file that becomes a table', () => {
  it('is known by the end of its name, and gives names', () => {
    expect(formatOf('Orders 2026.TSV')).toBe('csv');
    expect(formatOf('orders.xlsx')).toBeUndefined();
    expect(tableNameOf('Orders (2026).csv')).toBe('orders_2026');
    expect(tableNameOf('مرحبا.csv')).toBe('imported');
    expect(storedName("it's 100%.csv", 7)).toBe('it_s_100_7.csv');
  });

  it('has the separator that its first line has most of', () => {
    expect(separatorOf('a;b;c,d\n1,2,3,4,5')).toBe(';');
    expect(separatorOf('one column')).toBe(',');
  });

  it('is looked at with types found in its values', () => {
    expect(previewStatement(CSV)).toBe(
      "SELECT * FROM csv.`/Volumes/a/b/c/f.csv` WITH (header = 'true', sep = ',', inferSchema = 'true', escape = '\"', multiLine = 'true') LIMIT 20",
    );
    expect(previewStatement({ ...CSV, format: 'parquet' })).toBe('SELECT * FROM parquet.`/Volumes/a/b/c/f.csv` LIMIT 20');
  });

  it('stays a path, whatever somebody called its schema or volume', () => {
    const path = '/Volumes/a/b`; drop table t; --/c/f.csv';
    expect(previewStatement({ ...CSV, path, format: 'parquet' })).toBe('SELECT * FROM parquet.`/Volumes/a/b``; drop table t; --/c/f.csv` LIMIT 20');
  });

  it('gets columns under names that differ and that a table takes', () => {
    expect(columnsOf(PREVIEW).map((column) => column.name)).toEqual(['id', 'unit_price', 'ID_2']);
  });

  it('is read as text and cast, so that text keeps its zeros', () => {
    const columns = columnsOf(PREVIEW).map((column) => (column.name === 'id' ? { ...column, type: 'STRING' } : column));
    expect(createStatement(CSV, 'a.b.t', columns, false)).toBe(
      "CREATE TABLE a.b.t AS SELECT\n  id AS id,\n  CAST(`unit price` AS DOUBLE) AS unit_price,\n  `ID` AS `ID_2`\nFROM csv.`/Volumes/a/b/c/f.csv` WITH (header = 'true', sep = ',', inferSchema = 'false', escape = '\"', multiLine = 'true')",
    );
  });

  it('keeps the types of formats that have them, and leaves out what was not chosen', () => {
    const [first, second] = columnsOf(PREVIEW);
    const statement = createStatement({ ...CSV, format: 'json' }, 'a.b.t', [{ ...first!, used: false }, { ...second!, type: 'INT' }], true);
    expect(statement).toBe('CREATE TABLE a.b.t AS SELECT\n  TRY_CAST(`unit price` AS INT) AS unit_price\nFROM json.`/Volumes/a/b/c/f.csv`');
  });

  it('cannot have two columns of one name, none, or one with a space', () => {
    const columns = columnsOf(PREVIEW);
    expect(problemOf(columns)).toBeUndefined();
    expect(problemOf(columns.map((column) => ({ ...column, name: 'Same' })))).toBe('Two columns are named “same”.');
    expect(problemOf(columns.map((column) => ({ ...column, used: false })))).toBe('Choose a column.');
    expect(problemOf(columns.map((column) => ({ ...column, name: 'a b' })))).toContain('“a b” is no name');
  });
});
