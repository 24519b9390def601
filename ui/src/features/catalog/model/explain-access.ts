import type { EffectivePrivilegeAssignment, Privilege } from '../../../shared/api/generated/catalog';
import { words } from './privileges';

/** An object or something that it lies in, with its owner. */
export interface Level {
  type: 'CATALOG' | 'SCHEMA' | 'TABLE' | 'VOLUME' | 'FUNCTION' | 'EXTERNAL_LOCATION' | 'STORAGE_CREDENTIAL';
  name: string;
  owner?: string;
}

/** Somebody, with the groups that they are in. */
export interface Person {
  /** As grants name them: user name, application id, group name. */
  name: string;
  groups: string[];
}

/** One thing that is needed, and every reason for which somebody has it. */
export interface Requirement {
  need: string;
  reasons: string[];
}

/** What reading the object takes: its own privilege, and the right to use what it lies in. */
const READS: Partial<Record<Level['type'], Privilege>> = {
  TABLE: 'SELECT',
  VOLUME: 'READ_VOLUME',
  FUNCTION: 'EXECUTE',
  EXTERNAL_LOCATION: 'READ_FILES',
  STORAGE_CREDENTIAL: 'READ_FILES',
};

/**
 * Why somebody can, or cannot, read an object. The rules are the vendor's: a grant reaches everything below, ALL PRIVILEGES stands
 * for all but MANAGE, an owner has all privileges on the object itself and the use of what it lies in is needed on top.
 *
 * @param levels from the catalog down to the object
 * @param effective what everybody holds on the object, with where it comes from
 */
export function explainRead(levels: Level[], effective: EffectivePrivilegeAssignment[], person: Person): Requirement[] {
  const object = levels.at(-1);
  if (!object) {
    return [];
  }
  const names = [person.name, ...person.groups, 'account users'];
  const needs: { privilege: Privilege; level: Level }[] = [];
  for (const level of levels) {
    if (level.type === 'CATALOG') {
      needs.push({ privilege: 'USE_CATALOG', level });
    } else if (level.type === 'SCHEMA') {
      needs.push({ privilege: 'USE_SCHEMA', level });
    }
  }
  const read = READS[object.type];
  if (read) {
    needs.push({ privilege: read, level: object });
  }
  return needs.map(({ privilege, level }) => ({
    need: `${words(privilege)} on ${level.name}`,
    reasons: [...ownership(level, names, person.name), ...granted(privilege, level, levels, effective, names, person.name)],
  }));
}

function ownership(level: Level, names: string[], self: string): string[] {
  return level.owner && names.includes(level.owner) ? [`${holder(level.owner, self)} owns ${level.name}`] : [];
}

function granted(
  privilege: Privilege,
  level: Level,
  levels: Level[],
  effective: EffectivePrivilegeAssignment[],
  names: string[],
  self: string,
): string[] {
  const object = levels.at(-1);
  const reaching = new Set(levels.slice(0, levels.indexOf(level) + 1).map((above) => above.name));
  return effective
    .filter((assignment) => names.includes(assignment.principal ?? ''))
    .flatMap((assignment) =>
      (assignment.privileges ?? [])
        .filter((held) => held.privilege === privilege || held.privilege === 'ALL_PRIVILEGES')
        .map((held) => ({ held, on: held.inherited_from_name || object?.name || '' }))
        .filter(({ on }) => reaching.has(on))
        .map(({ held, on }) => `${holder(assignment.principal ?? '', self)} was granted ${words(held.privilege ?? '')} on ${on}`),
    );
}

function holder(name: string, self: string): string {
  return name === self ? name : `group ${name}`;
}

/** Whether nothing is missing. */
export function allows(requirements: Requirement[]): boolean {
  return requirements.length > 0 && requirements.every((requirement) => requirement.reasons.length > 0);
}
