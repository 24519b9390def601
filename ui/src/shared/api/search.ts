import { queryOptions } from '@tanstack/react-query';
import type { ObjectKind } from '../navigation/paths';
import { send } from './client';

/** Something that a search found; `match` says in what: its own name, a column, a comment. */
export interface Found {
  kind: ObjectKind;
  name: string;
  full_name: string;
  comment?: string;
  match: 'name' | 'column' | 'comment';
  /** The column that matched, where one did. */
  column?: string;
}

export function searchQuery(text: string) {
  return queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) =>
      send<{ results: Found[] }>('GET', `/api/tarn/v1/search?q=${encodeURIComponent(text)}`, undefined, signal).then(
        (answer) => answer.results,
      ),
    enabled: text.trim().length >= 2,
    staleTime: 30_000,
  });
}
