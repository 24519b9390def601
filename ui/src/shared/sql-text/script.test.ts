import { describe, expect, it } from 'vitest';
import { isQuery, offsetOf, parametersOf, statementAt, statementsOf, usedNames } from './script';

const texts = (sql: string) => statementsOf(sql).map((statement) => statement.text);

describe('a script', () => {
  it('is split at semicolons', () => {
    expect(texts('SELECT 1; SELECT 2 ;\n\nSELECT 3')).toEqual(['SELECT 1', 'SELECT 2', 'SELECT 3']);
  });

  it('is not split within texts, names and comments', () => {
    expect(texts(`SELECT 'a;b', "c;d", \`e;f\`, r'g\\'; SELECT 2`)).toHaveLength(2);
    expect(texts(`SELECT 'it''s; fine', 'esc\\'; aped'; SELECT 2`)).toHaveLength(2);
    expect(texts('SELECT 1 -- a; b\n; SELECT /* c; /* d; */ e; */ 2')).toHaveLength(2);
    expect(texts('SELECT $tag$ a; b $$ c; $tag$; SELECT $$;$$')).toHaveLength(2);
  });

  it('keeps a block whole', () => {
    const block = `BEGIN
      DECLARE x INT DEFAULT 1;
      IF x > 0 THEN SELECT CASE WHEN x = 1 THEN 'a' END; END IF;
      WHILE x < 3 DO SET x = x + 1; END WHILE;
      BEGIN SELECT 2; END;
    END`;
    expect(texts(`${block}; SELECT 9`)).toEqual([block, 'SELECT 9']);
    expect(texts('SELECT CASE WHEN a THEN 1 END; CREATE TABLE IF NOT EXISTS t (a INT); SELECT 1')).toHaveLength(3);
  });

  it('has no statement where there are only comments', () => {
    expect(texts('-- nothing\n; /* here */ ;;')).toEqual([]);
    expect(texts('-- about\nSELECT 1')).toEqual(['-- about\nSELECT 1']);
  });

  it('survives what is not closed', () => {
    expect(texts("SELECT 'abc; SELECT 2")).toHaveLength(1);
    expect(texts('SELECT 1; /* open')).toEqual(['SELECT 1']);
  });
});

describe('the statement at the cursor', () => {
  const sql = 'SELECT 1;\nSELECT 2;  \n\nSELECT 3';
  it('is the one around it, before it on its line, or the next', () => {
    expect(statementAt(sql, 3)?.text).toBe('SELECT 1');
    expect(statementAt(sql, 9)?.text).toBe('SELECT 1');
    expect(statementAt(sql, 20)?.text).toBe('SELECT 2');
    expect(statementAt(sql, 22)?.text).toBe('SELECT 3');
    expect(statementAt('', 0)).toBeUndefined();
  });
});

describe('parameters', () => {
  it('are found once each, and not in texts, casts or paths of variants', () => {
    expect(parametersOf("SELECT :a, :b, :a, ':c', x::INT, v:field, -- :d\n :e")).toEqual(['a', 'b', 'e']);
  });
});

describe('what a statement is', () => {
  it('knows queries', () => {
    expect(isQuery('  -- x\n WITH a AS (SELECT 1) SELECT * FROM a')).toBe(true);
    expect(isQuery('(SELECT 1)')).toBe(true);
    expect(isQuery('INSERT INTO t SELECT 1')).toBe(false);
    expect(isQuery('WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a')).toBe(false);
  });

  it('knows what USE makes current', () => {
    expect(usedNames('USE CATALOG `my cat`')).toEqual({ catalog: 'my cat' });
    expect(usedNames('USE main.flights')).toEqual({ catalog: 'main', schema: 'flights' });
    expect(usedNames('USE SCHEMA s')).toEqual({ schema: 's' });
    expect(usedNames('SELECT 1')).toBeUndefined();
  });

  it('finds an offset by line and column', () => {
    expect(offsetOf('ab\ncde\nf', 2, 3)).toBe(5);
    expect(offsetOf('ab', 9, 1)).toBe(2);
  });
});
