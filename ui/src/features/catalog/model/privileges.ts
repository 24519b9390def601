import type { Privilege } from '../../../shared/api/generated/catalog';

/** The types of securables whose permissions have a page. */
export type Grantable = 'CATALOG' | 'SCHEMA' | 'TABLE' | 'VOLUME' | 'FUNCTION' | 'EXTERNAL_LOCATION' | 'STORAGE_CREDENTIAL';

interface PrivilegeGroup {
  label: string;
  privileges: Privilege[];
}

const READ_WRITE_TABLE: Privilege[] = ['SELECT', 'MODIFY'];
const SCHEMA_GROUPS: PrivilegeGroup[] = [
  { label: 'Prerequisites', privileges: ['USE_SCHEMA'] },
  { label: 'Look and read', privileges: ['BROWSE', 'SELECT', 'READ_VOLUME', 'EXECUTE'] },
  { label: 'Change', privileges: ['MODIFY', 'WRITE_VOLUME', 'REFRESH', 'APPLY_TAG'] },
  { label: 'Create', privileges: ['CREATE_TABLE', 'CREATE_VOLUME', 'CREATE_FUNCTION', 'CREATE_MODEL', 'CREATE_MATERIALIZED_VIEW'] },
  { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE', 'EXTERNAL_USE_SCHEMA'] },
];

/** What can be granted on each type, as the server has it. */
const GROUPS: Record<Grantable, PrivilegeGroup[]> = {
  CATALOG: SCHEMA_GROUPS.map((group) =>
    group.label === 'Prerequisites'
      ? { ...group, privileges: ['USE_CATALOG', 'USE_SCHEMA'] }
      : group.label === 'Create'
        ? { ...group, privileges: ['CREATE_SCHEMA', ...group.privileges] }
        : group,
  ),
  SCHEMA: SCHEMA_GROUPS,
  TABLE: [
    { label: 'Read and change', privileges: [...READ_WRITE_TABLE, 'REFRESH', 'APPLY_TAG'] },
    { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE'] },
  ],
  VOLUME: [
    { label: 'Read and change', privileges: ['READ_VOLUME', 'WRITE_VOLUME', 'APPLY_TAG'] },
    { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE'] },
  ],
  FUNCTION: [
    { label: 'Use', privileges: ['EXECUTE', 'APPLY_TAG'] },
    { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE'] },
  ],
  EXTERNAL_LOCATION: [
    { label: 'Files', privileges: ['BROWSE', 'READ_FILES', 'WRITE_FILES'] },
    { label: 'Create', privileges: ['CREATE_EXTERNAL_TABLE', 'CREATE_EXTERNAL_VOLUME', 'CREATE_MANAGED_STORAGE'] },
    { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE'] },
  ],
  STORAGE_CREDENTIAL: [
    { label: 'Files', privileges: ['READ_FILES', 'WRITE_FILES'] },
    { label: 'Create', privileges: ['CREATE_EXTERNAL_LOCATION', 'CREATE_EXTERNAL_TABLE'] },
    { label: 'Administer', privileges: ['ALL_PRIVILEGES', 'MANAGE'] },
  ],
};

export function privilegeGroups(type: Grantable): PrivilegeGroup[] {
  return GROUPS[type];
}

/** Sets that people usually mean, by the vendor's names. */
export const PRESETS: { label: string; privileges: Privilege[] }[] = [
  { label: 'Data reader', privileges: ['USE_CATALOG', 'USE_SCHEMA', 'BROWSE', 'EXECUTE', 'READ_VOLUME', 'SELECT'] },
  {
    label: 'Data editor',
    privileges: [
      'USE_CATALOG',
      'USE_SCHEMA',
      'BROWSE',
      'EXECUTE',
      'READ_VOLUME',
      'SELECT',
      'MODIFY',
      'REFRESH',
      'WRITE_VOLUME',
      'APPLY_TAG',
      'CREATE_SCHEMA',
      'CREATE_TABLE',
      'CREATE_VOLUME',
      'CREATE_FUNCTION',
      'CREATE_MATERIALIZED_VIEW',
      'CREATE_MODEL',
    ],
  },
];

const MEANINGS: Partial<Record<Privilege, string>> = {
  USE_CATALOG: 'Needed for anything in the catalog',
  USE_SCHEMA: 'Needed for anything in the schema',
  BROWSE: 'See that it exists, and its details, but no data',
  SELECT: 'Read tables and views',
  MODIFY: 'Insert, update and delete rows',
  READ_VOLUME: 'Read files of volumes',
  WRITE_VOLUME: 'Add and change files of volumes',
  EXECUTE: 'Call functions',
  MANAGE: 'Change, drop and grant, without reading data',
  ALL_PRIVILEGES: 'Everything here, now and later, but MANAGE',
  READ_FILES: 'Read files below its address',
  WRITE_FILES: 'Write files below its address',
  APPLY_TAG: 'Add and change tags',
  REFRESH: 'Refresh materialized views',
  EXTERNAL_USE_SCHEMA: 'Let other engines read the files themselves',
};

export function meaning(privilege: Privilege): string | undefined {
  return MEANINGS[privilege];
}

/** As in SQL: `USE CATALOG`. */
export function words(privilege: string): string {
  return privilege.replaceAll('_', ' ');
}
