import { describe, expect, it } from 'vitest';
import { allows, explainRead, type Level } from './explain-access';

const levels: Level[] = [
  { type: 'CATALOG', name: 'main', owner: 'admins' },
  { type: 'SCHEMA', name: 'main.travel', owner: 'olga' },
  { type: 'TABLE', name: 'main.travel.flights', owner: 'olga' },
];
const mia = { name: 'mia', groups: ['pilots'] };

describe('explainRead', () => {
  it('says what is missing to who has nothing', () => {
    const requirements = explainRead(levels, [], mia);
    expect(requirements.map((requirement) => requirement.need)).toEqual([
      'USE CATALOG on main',
      'USE SCHEMA on main.travel',
      'SELECT on main.travel.flights',
    ]);
    expect(allows(requirements)).toBe(false);
  });

  it('traces each right to the group and the object that it was granted on', () => {
    const requirements = explainRead(
      levels,
      [
        {
          principal: 'pilots',
          privileges: [
            { privilege: 'USE_CATALOG', inherited_from_type: 'CATALOG', inherited_from_name: 'main' },
            { privilege: 'USE_SCHEMA', inherited_from_type: 'SCHEMA', inherited_from_name: 'main.travel' },
            { privilege: 'SELECT', inherited_from_type: 'SCHEMA', inherited_from_name: 'main.travel' },
          ],
        },
      ],
      mia,
    );
    expect(allows(requirements)).toBe(true);
    expect(requirements[2]?.reasons).toEqual(['group pilots was granted SELECT on main.travel']);
  });

  it('does not let a grant below open what lies above it', () => {
    const requirements = explainRead(levels, [{ principal: 'mia', privileges: [{ privilege: 'ALL_PRIVILEGES' }] }], mia);
    expect(requirements.map((requirement) => requirement.reasons.length)).toEqual([0, 0, 1]);
  });

  it('counts owners, and not the grants of others', () => {
    const requirements = explainRead(levels, [{ principal: 'pilots', privileges: [{ privilege: 'SELECT' }] }], { name: 'olga', groups: [] });
    expect(requirements[2]?.reasons).toEqual(['olga owns main.travel.flights']);
    expect(requirements[0]?.reasons).toEqual([]);
  });
});
