import { describe, expect, it } from 'vitest';
import { bytes, duration } from './numbers';
import { ago } from './time';

describe('numbers for people', () => {
  it('steps from bytes to larger units without a thousand of the smaller one', () => {
    expect([0, 999, 1000, 999_950, 12_400_000].map(bytes)).toEqual(['0 B', '999 B', '1.0 kB', '1.0 MB', '12.4 MB']);
  });

  it('tells short and long times', () => {
    expect([12, 1234, 61_000, 3_700_000].map(duration)).toEqual(['12 ms', '1.2 s', '1 min 1 s', '1 h 1 min']);
  });

  it('tells how long ago, and how long until', () => {
    expect(ago(0, 3_600_000)).toBe('1 hour ago');
    expect(ago(86_400_000 * 3, 0)).toBe('in 3 days');
    expect(ago(0, 1000)).toBe('just now');
  });
});
