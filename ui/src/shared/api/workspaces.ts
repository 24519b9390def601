import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { chooseWorkspace } from './session-state';

export interface Workspace {
  workspace_id: string;
  name: string;
  metastore_id: string;
  throwaway: boolean;
  created_at: number;
  last_used_at: number;
}

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: () => send<{ workspaces: Workspace[] }>('GET', '/api/tarn/v1/workspaces').then((answer) => answer.workspaces),
  staleTime: 60_000,
});

/** Goes on in another workspace. Everything that was loaded belongs to the old one, so the app starts anew. */
export function switchWorkspace(id: string): void {
  chooseWorkspace(id);
  window.location.assign('/');
}
