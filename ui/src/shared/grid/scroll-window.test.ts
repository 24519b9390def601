import { describe, expect, it } from 'vitest';
import { columnsAt, scrollTopFor, TALLEST, virtualTop, windowAt } from './scroll-window';

describe('the window of a grid', () => {
  it('shows the rows in view and some around them', () => {
    expect(windowAt(2600, 260, 1000, 26)).toEqual({ height: 26_000, first: 96, last: 114, offset: 2496 });
    expect(windowAt(0, 260, 3, 26)).toMatchObject({ first: 0, last: 3, offset: 0 });
  });

  it('reaches the first and the last of millions of rows', () => {
    expect(windowAt(0, 500, 5_000_000, 26).first).toBe(0);
    const end = windowAt(TALLEST - 500, 500, 5_000_000, 26);
    expect(end.last).toBe(5_000_000);
    expect(end.height).toBe(TALLEST);
    expect(end.offset + (end.last - end.first) * 26).toBeCloseTo(TALLEST, 0);
  });

  it('finds the scroll position of any place', () => {
    const whole = 5_000_000 * 26;
    expect(virtualTop(scrollTopFor(77_777_777, 500, whole), 500, whole)).toBeCloseTo(77_777_777, 3);
  });

  it('shows the columns in view', () => {
    const ends = [100, 200, 300, 400, 500];
    expect(columnsAt(0, 150, ends)).toEqual([0, 3]);
    expect(columnsAt(250, 100, ends)).toEqual([1, 5]);
    expect(columnsAt(0, 100, [])).toEqual([0, 0]);
  });
});
