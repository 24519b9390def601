import { queryOptions } from '@tanstack/react-query';
import { groupsV2, servicePrincipalsV2, usersV2 } from './generated/iam';

/** Somebody who can hold rights, by the name that grants take. */
export interface PrincipalChoice {
  /** As SCIM names them; nothing for groups that are everybody. */
  id?: string;
  kind: 'user' | 'group' | 'service-principal';
  /** User name, group name or application id. */
  name: string;
  label: string;
  /** Names of the groups that they are in. */
  groups: string[];
}

const MOST = 15;

function text(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export async function findPrincipals(wanted: string): Promise<PrincipalChoice[]> {
  const filter = (attribute: string) => (wanted ? `${attribute} co ${text(wanted)}` : undefined);
  const [groups, users, services] = await Promise.all([
    groupsV2.list({ count: MOST, filter: filter('displayName') }),
    usersV2.list({ count: MOST, filter: filter('userName') }),
    servicePrincipalsV2.list({ count: MOST, filter: filter('displayName') }),
  ]);
  const names = (list: { display?: string }[] | undefined) => (list ?? []).map((group) => group.display ?? '');
  return [
    { kind: 'group' as const, name: 'account users', label: 'All account users', groups: [] },
    ...(groups.Resources ?? []).map((group) => ({
      kind: 'group' as const,
      name: group.displayName ?? '',
      label: group.displayName ?? '',
      groups: names(group.groups),
    })),
    ...(users.Resources ?? []).map((user) => ({
      kind: 'user' as const,
        id: user.id,
      name: user.userName ?? '',
      label: user.userName ?? '',
      groups: names(user.groups),
    })),
    ...(services.Resources ?? []).map((service) => ({
      kind: 'service-principal' as const,
        id: service.id,
      name: service.applicationId ?? '',
      label: service.displayName ?? service.applicationId ?? '',
      groups: names(service.groups),
    })),
  ].filter((choice) => !wanted || choice.label.toLowerCase().includes(wanted.toLowerCase()));
}

/** People, groups and service principals whose name contains a text. */
export function principalsQuery(wanted: string) {
  return queryOptions({ queryKey: ['principals', wanted], queryFn: () => findPrincipals(wanted), staleTime: 30_000 });
}
