import { queryOptions } from '@tanstack/react-query';
import { send } from '../../shared/api/client';
import type { QueryProfile } from './model/profile';

/** A saved query as our own API tells of it: with its folder and the version that a change must name. */
export interface SavedQuery {
  id: string;
  display_name: string;
  parent_path: string;
  description: string;
  tags: string[];
  owner_user_name: string;
  last_modifier_user_name: string;
  etag: string;
  create_time: number;
  update_time: number;
  trash_time?: number;
}

export interface WholeQuery extends SavedQuery {
  query_text: string;
  warehouse_id?: string;
  catalog?: string;
  schema?: string;
  permission_level: string;
}

export interface QueryVersion {
  version: number;
  display_name: string;
  query_text: string;
  author_user_name: string;
  create_time: number;
}

export interface QueryDraft {
  display_name?: string;
  parent_path?: string;
  query_text?: string;
  warehouse_id?: string | null;
  catalog?: string | null;
  schema?: string | null;
  etag?: string;
}

const QUERIES = '/api/tarn/v1/queries';
const one = (id: string) => `${QUERIES}/${encodeURIComponent(id)}`;

/** All saved queries that the user may see, or those of them that lie in the trash. */
export const savedQueries = (trash: boolean) =>
  queryOptions({
    queryKey: ['saved-queries', trash],
    queryFn: async ({ signal }) => {
      const all: SavedQuery[] = [];
      let token = '';
      do {
        const path = `${QUERIES}?max_results=1000&trash=${trash}&page_token=${encodeURIComponent(token)}`;
        const page = await send<{ queries: SavedQuery[]; next_page_token?: string }>('GET', path, undefined, signal);
        all.push(...page.queries);
        token = page.next_page_token ?? '';
      } while (token);
      return all;
    },
    staleTime: 15_000,
  });

export const savedQuery = (id: string) =>
  queryOptions({
    queryKey: ['saved-query', id],
    queryFn: ({ signal }) => send<WholeQuery>('GET', one(id), undefined, signal),
  });

export const queryVersions = (id: string) =>
  queryOptions({
    queryKey: ['saved-query', id, 'versions'],
    queryFn: ({ signal }) =>
      send<{ versions: QueryVersion[] }>('GET', `${one(id)}/versions`, undefined, signal).then((answer) => answer.versions),
  });

export function createQuery(draft: QueryDraft): Promise<{ id: string }> {
  return send('POST', '/api/2.0/sql/queries', { query: draft });
}

export function saveQuery(id: string, draft: QueryDraft): Promise<WholeQuery> {
  return send('PUT', one(id), draft);
}

export function trashQuery(id: string): Promise<void> {
  return send('DELETE', `/api/2.0/sql/queries/${encodeURIComponent(id)}`);
}

export function untrashQuery(id: string): Promise<WholeQuery> {
  return send('POST', `${one(id)}/restore`, {});
}

export function restoreVersion(id: string, version: number): Promise<WholeQuery> {
  return send('POST', `${one(id)}/versions/${version}/restore`, {});
}

export interface Progress {
  state: string;
  phase: 'QUEUED' | 'EXECUTING' | 'FETCHING' | 'DONE';
  queue_position?: number;
  elapsed_ms: number;
  queued_ms: number;
  rows_read: number;
  bytes_read: number;
  rows_produced?: number;
  stages: { done: number; all: number };
  tasks: { done: number; all: number };
  error?: { error_code: string; message: string; sql_state: string; line?: number; column?: number };
}

export function progressOf(statementId: string): Promise<Progress> {
  return send('GET', `/api/tarn/v1/statements/${statementId}/progress`);
}

export const profileQuery = (statementId: string) =>
  queryOptions({
    queryKey: ['profile', statementId],
    queryFn: ({ signal }) => send<QueryProfile>('GET', `/api/tarn/v1/statements/${statementId}/profile`, undefined, signal),
    retry: false,
    staleTime: 60_000,
  });
