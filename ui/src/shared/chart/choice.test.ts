import { describe, expect, it } from 'vitest';
import { defaultChoice, fitted, marksOf } from './choice';

const DAY = { name: 'day', type: 'DATE' };
const CARRIER = { name: 'carrier', type: 'STRING' };
const ID = { name: 'flight_id', type: 'BIGINT' };
const DELAY = { name: 'delay', type: 'DOUBLE' };

describe('the chart that is drawn first', () => {
  it('goes by the kinds of columns', () => {
    expect(defaultChoice([ID, DAY, CARRIER, DELAY])).toEqual({ kind: 'line', x: 'day', y: 'delay', colour: 'carrier', aggregate: 'sum' });
    expect(defaultChoice([CARRIER, DELAY, ID])).toMatchObject({ kind: 'bar', x: 'carrier', y: 'delay' });
    expect(defaultChoice([{ name: 'a', type: 'INT' }, DELAY])).toMatchObject({ kind: 'point', x: 'a', y: 'delay', aggregate: 'none' });
    expect(defaultChoice([CARRIER])).toMatchObject({ kind: 'bar', x: 'carrier', aggregate: 'count' });
  });

  it('keeps a choice that fits, and no other', () => {
    const choice = { kind: 'pie', x: 'carrier', y: 'delay', aggregate: 'mean' } as const;
    expect(fitted(choice, [CARRIER, DELAY])).toBe(choice);
    expect(fitted(choice, [DAY, DELAY]).x).toBe('day');
    const many = Array.from({ length: 30 }, (_, index) => ['2024-01-01', `c${index}`, '1']);
    expect(fitted(undefined, [DAY, CARRIER, DELAY], many).colour).toBeUndefined();
    expect(fitted(undefined, [DAY, CARRIER, DELAY], many.slice(0, 5)).colour).toBe('carrier');
  });
});

describe('marks', () => {
  const rows = [
    ['AA', '1'],
    ['AA', '3'],
    ['B6', null],
    [null, '5'],
  ];
  it('are grouped, and NULLs count for nothing', () => {
    const choice = { kind: 'bar', x: 'carrier', y: 'delay', aggregate: 'mean' } as const;
    expect(marksOf(rows, [CARRIER, DELAY], choice).marks.map((mark) => [mark.x, mark.y])).toEqual([
      ['AA', 2],
      ['null', 5],
    ]);
    expect(marksOf(rows, [CARRIER, DELAY], { ...choice, aggregate: 'count' }).marks.map((mark) => mark.y)).toEqual([2, 1, 1]);
  });

  it('are at most five thousand', () => {
    const many = Array.from({ length: 6000 }, (_, index) => [String(index), '1']);
    const drawn = marksOf(many, [CARRIER, DELAY], { kind: 'bar', x: 'carrier', y: 'delay', aggregate: 'sum' });
    expect(drawn.marks).toHaveLength(5000);
    expect(drawn.left).toBe(1000);
  });
});
