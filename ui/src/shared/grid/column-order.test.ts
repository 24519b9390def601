import { describe, expect, it } from 'vitest';
import { reordered } from './column-order';

describe('the order of columns', () => {
  it('has a column moved to another place, and no other lost', () => {
    expect(reordered([0, 1, 2, 3], 0, 2)).toEqual([1, 2, 0, 3]);
    expect(reordered([0, 1, 2, 3], 3, 0)).toEqual([3, 0, 1, 2]);
  });

  it('ends at the first and the last place', () => {
    expect(reordered([0, 1, 2], 0, -1)).toEqual([0, 1, 2]);
    expect(reordered([0, 1, 2], 1, 9)).toEqual([0, 2, 1]);
  });
});
