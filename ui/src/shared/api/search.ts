import { queryOptions } from '@tanstack/react-query';
import type { ObjectKind } from '../navigation/paths';
import { send } from './client';
import { findPrincipals, type PrincipalChoice } from './principals';

/** Something that a search found; `match` says in what: its own name, a column, a comment. */
export interface Found {
  kind: ObjectKind;
  name: string;
  full_name: string;
  comment?: string;
  match: 'name' | 'column' | 'comment';
  /** Names the page, where the full name does not. */
  id?: string;
  /** The column that matched, where one did. */
  column?: string;
}

export function searchQuery(text: string) {
  return queryOptions({
    queryKey: ['search', text],
    queryFn: async ({ signal }): Promise<Found[]> => {
      const catalog = send<{ results: Found[] }>('GET', `/api/tarn/v1/search?q=${encodeURIComponent(text)}`, undefined, signal);
      // Who may not list people finds the catalog's objects alone.
      const people = findPrincipals(text).catch(() => []);
      const [objects, principals] = await Promise.all([catalog, people]);
      return [...objects.results, ...principals.filter((found) => found.id).map(person)];
    },
    enabled: text.trim().length >= 2,
    staleTime: 30_000,
  });
}

/** Pages of people are named by id; what is shown is the name. */
function person(found: PrincipalChoice): Found {
  return { kind: found.kind, name: found.label, full_name: found.label, id: found.id, match: 'name' };
}
