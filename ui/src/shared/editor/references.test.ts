import { describe, expect, it } from 'vitest';
import { placeOf } from './references';

/** The place at the bar in the text. */
function at(marked: string) {
  const position = marked.indexOf('|');
  return placeOf(marked.replace('|', ''), position);
}

describe('the place of the cursor', () => {
  it('knows the tables of the statement and their aliases', () => {
    const place = at('SELECT 1; SELECT | FROM main.s.flights AS f JOIN airlines a ON f.x = a.x, weather WHERE 1 = 1');
    expect(place?.references).toEqual([
      { name: ['main', 's', 'flights'], alias: 'f' },
      { name: ['airlines'], alias: 'a' },
    ]);
    expect(at('SELECT | FROM a, b x, `my schema`.c WHERE 1')?.references.map((reference) => reference.alias)).toEqual(['a', 'x', 'c']);
  });

  it('knows what is before a dot', () => {
    expect(at('SELECT f.dep| FROM flights f')).toMatchObject({ path: ['f'], from: 9, wantsTable: false });
    expect(at('SELECT * FROM main.flights.|')).toMatchObject({ path: ['main', 'flights'], wantsTable: true });
    expect(at('SELECT * FROM `my cat`.s|')).toMatchObject({ path: ['my cat'], from: 23 });
  });

  it('knows where a table belongs', () => {
    expect(at('SELECT * FROM fl|')?.wantsTable).toBe(true);
    expect(at('SELECT * FROM a, |')?.wantsTable).toBe(true);
    expect(at('SELECT a, |')?.wantsTable).toBe(false);
    expect(at('SELECT * FROM a WHERE |')?.wantsTable).toBe(false);
    expect(at('INSERT INTO |')?.wantsTable).toBe(true);
  });

  it('keeps silent in texts and comments', () => {
    expect(at("SELECT 'abc|")).toBeUndefined();
    expect(at('-- about |')).toBeUndefined();
  });
});
