import { describe, expect, it } from 'vitest';
import { csv, joinArrow, jsonLines, tabSeparated } from './export-text';
import { profileOf, ResultStore, type ResultRow } from './result-store';

const COLUMNS = [
  { name: 'id', type: 'INT' },
  { name: 'name', type: 'STRING' },
];

function store(rows: number, perChunk: number) {
  const fetched: number[] = [];
  const places = Array.from({ length: Math.ceil(rows / perChunk) }, (_, index) => ({
    index,
    from: index * perChunk,
    rows: Math.min(perChunk, rows - index * perChunk),
  }));
  const made = new ResultStore(COLUMNS, places, (index) => {
    fetched.push(index);
    return Promise.resolve(
      Array.from({ length: places[index]?.rows ?? 0 }, (_, row): ResultRow => {
        const id = index * perChunk + row;
        return [id % 7 === 3 ? null : String(id), `n${id % 10}`];
      }),
    );
  });
  return { made, fetched };
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

describe('a result', () => {
  it('fetches only the chunks that are looked at, and each once', async () => {
    const { made, fetched } = store(1_000_000, 50_000);
    expect(made.length).toBe(1_000_000);
    expect((await made.rows(99_998, 100_002)).map((row) => row[0])).toEqual([null, '99999', '100000', '100001']);
    await made.rows(100_500, 100_600);
    expect(fetched).toEqual([1, 2]);
    expect(made.arrangeable).toBe(false);
  });

  it('forgets chunks beyond what may be held', async () => {
    const { made, fetched } = store(4_000_000, 1_000_000);
    for (let at = 0; at < 4_000_000; at += 1_000_000) {
      await made.rows(at, at + 1);
    }
    await made.rows(0, 1);
    expect(fetched.filter((index) => index === 0)).toHaveLength(2);
    await made.rows(3_000_000, 3_000_001);
    expect(fetched.filter((index) => index === 3)).toHaveLength(1);
  }, 30_000);

  it('is sorted by type with nulls last, filtered, and put back', async () => {
    const { made } = store(100, 30);
    expect(await made.arrange({ sort: { column: 0, descending: true }, filters: [] })).toBe(100);
    expect((await made.rows(0, 2)).map((row) => row[0])).toEqual(['99', '98']);
    expect((await made.rows(99, 100))[0]?.[0]).toBeNull();
    expect(await made.arrange({ filters: [{ column: 1, text: 'N3' }] })).toBe(10);
    expect(await made.arrange({ filters: [{ column: 0, text: 'null' }] })).toBe(14);
    expect(await made.arrange({ filters: [] })).toBe(100);
    expect((await made.rows(0, 1))[0]?.[0]).toBe('0');
  });

  it('knows what is in a column', async () => {
    const { made } = store(100, 30);
    const numbers = await made.profile(0);
    expect(numbers).toMatchObject({ rows: 100, nulls: 14, distinct: 86, least: '0', greatest: '99' });
    expect(numbers.histogram?.reduce((sum, bin) => sum + bin.count, 0)).toBe(86);
    const names = await made.profile(1);
    expect(names.top[0]).toEqual({ value: 'n0', count: 10 });
    expect(profileOf([null], true)).toMatchObject({ nulls: 1, distinct: 0, histogram: undefined });
    expect(profileOf(['5', '5'], true).histogram).toEqual([{ from: 5, to: 6, count: 2 }]);
  });

  it('is exported whole', async () => {
    const { made } = store(65, 30);
    const text = await textOf(await made.export(csv(COLUMNS)));
    expect(text.split('\r\n')).toHaveLength(67);
    expect(text.startsWith('id,name\r\n0,n0\r\n')).toBe(true);
  });
});

describe('texts of rows', () => {
  it('quote what CSV needs quoted', () => {
    expect(csv(COLUMNS)([['a,"b"', 'null'], [null, 'x']], false)).toBe('"a,""b""","null"\r\nnull,x\r\n');
  });

  it('are JSON lines and tabs', () => {
    expect(jsonLines(COLUMNS)([['1', null]])).toBe('{"id":"1","name":null}\n');
    expect(tabSeparated([['a\tb', null], ['c\nd', 'e']])).toBe('a b\t\nc d\te');
  });

  it('join Arrow streams at their schemas', () => {
    const stream = (byte: number) => new Uint8Array([255, 255, 255, 255, 2, 0, 0, 0, 9, 9, byte, byte, 255, 255, 255, 255, 0, 0, 0, 0]);
    expect(joinArrow([stream(1), stream(2)]).flatMap((part) => [...part])).toEqual([
      255, 255, 255, 255, 2, 0, 0, 0, 9, 9, 1, 1, 2, 2, 255, 255, 255, 255, 0, 0, 0, 0,
    ]);
  });
});
