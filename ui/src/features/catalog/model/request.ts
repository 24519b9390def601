import { quoted } from '../../../shared/navigation/paths';
import type { ObjectKind } from '../../../shared/navigation/paths';

/** What reading an object needs, and on what it is granted. */
const NEEDED: Partial<Record<ObjectKind, { privilege: string; on: string }>> = {
  catalog: { privilege: 'USE CATALOG', on: 'CATALOG' },
  schema: { privilege: 'USE SCHEMA', on: 'SCHEMA' },
  table: { privilege: 'SELECT', on: 'TABLE' },
  view: { privilege: 'SELECT', on: 'VIEW' },
  volume: { privilege: 'READ VOLUME', on: 'VOLUME' },
  function: { privilege: 'EXECUTE', on: 'FUNCTION' },
  location: { privilege: 'READ FILES', on: 'EXTERNAL LOCATION' },
  credential: { privilege: 'READ FILES', on: 'STORAGE CREDENTIAL' },
};

/** The grants that reading an object needs, outermost first. */
export function neededGrants(kind: ObjectKind, fullName: string, who: string): string[] {
  const { privilege, on } = NEEDED[kind] ?? { privilege: 'BROWSE', on: kind.toUpperCase() };
  const [catalog = '', schema, object] = fullName.split('.');
  const to = `TO \`${who.replaceAll('`', '``')}\``;
  const own = kind === 'location' || kind === 'credential';
  return [
    ...(own || schema === undefined ? [] : [`GRANT USE CATALOG ON CATALOG ${quoted(catalog)} ${to}`]),
    ...(own || object === undefined ? [] : [`GRANT USE SCHEMA ON SCHEMA ${quoted(`${catalog}.${schema}`)} ${to}`]),
    `GRANT ${privilege} ON ${on} ${quoted(fullName)} ${to}`,
  ];
}

/** A message to send to whoever can grant it. */
export function requestText(kind: ObjectKind, fullName: string, who: string, address: string): string {
  return [
    `Could you give me access to ${kind.replace('-', ' ')} ${fullName}?`,
    address,
    '',
    'Of these, what I do not have yet:',
    ...neededGrants(kind, fullName, who).map((grant) => `${grant};`),
  ].join('\n');
}
