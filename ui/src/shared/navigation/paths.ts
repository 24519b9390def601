/** Addresses of pages that other features link to; the vendor's own, where it has them. */
export type ObjectKind =
  | 'catalog'
  | 'schema'
  | 'table'
  | 'view'
  | 'volume'
  | 'function'
  | 'location'
  | 'credential'
  | 'user'
  | 'group'
  | 'service-principal';

const FOLDERS: Partial<Record<ObjectKind, string>> = {
  volume: '/explore/data/volumes',
  function: '/explore/data/functions',
  location: '/explore/locations',
  credential: '/explore/credentials',
  user: '/settings/users',
  group: '/settings/groups',
  'service-principal': '/settings/service-principals',
};

/** The page of an object. Names of catalog objects have no dots within, so a full name is split at them. */
export function objectPath(kind: ObjectKind, name: string): string {
  const parts = kind === 'location' || kind === 'credential' || FOLDERS[kind]?.startsWith('/settings') ? [name] : name.split('.');
  return [FOLDERS[kind] ?? '/explore/data', ...parts.map(encodeURIComponent)].join('/');
}

/** The SQL editor with a text in a new tab. Below /sql lives the protocol of drivers, so the editor is elsewhere. */
export const EDITOR = '/editor';

export function editorSearch(text: string): { text: string } {
  return { text };
}

/** One name as SQL takes it. */
export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** A full name as SQL takes it. */
export function quoted(fullName: string): string {
  return fullName.split('.').map(identifier).join('.');
}
