import { describe, expect, it } from 'vitest';
import { neededGrants, requestText } from './request';

describe('a request for access', () => {
  it('names each grant that reading a table needs, outermost first', () => {
    expect(neededGrants('table', 'main.travel.flights', 'mia@example.com')).toEqual([
      'GRANT USE CATALOG ON CATALOG main TO `mia@example.com`',
      'GRANT USE SCHEMA ON SCHEMA main.travel TO `mia@example.com`',
      'GRANT SELECT ON TABLE main.travel.flights TO `mia@example.com`',
    ]);
  });

  it('needs nothing around an external location or a catalog', () => {
    expect(neededGrants('location', 'landing', 'mia')).toEqual(['GRANT READ FILES ON EXTERNAL LOCATION landing TO `mia`']);
    expect(neededGrants('catalog', 'main', 'mia')).toEqual(['GRANT USE CATALOG ON CATALOG main TO `mia`']);
  });

  it('quotes odd names, and says where to look', () => {
    const text = requestText('view', 'main.Odd name.v', 'o`mia', 'http://localhost/explore');
    expect(text).toContain('GRANT SELECT ON VIEW main.`Odd name`.v TO `o``mia`;');
    expect(text.split('\n')[1]).toBe('http://localhost/explore');
  });
});
