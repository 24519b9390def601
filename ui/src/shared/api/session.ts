import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { currentUser, type User } from './generated/iam';
import { send } from './client';
import { chosenWorkspace, rememberSession, type Session } from './session-state';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await send<Session>('GET', '/login/session');
    const here = { ...session, workspace_id: chosenWorkspace() ?? session.workspace_id };
    rememberSession(here);
    return here;
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

/** The session; the frame has loaded it before any page is drawn. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => currentUser.me({}),
  staleTime: 300_000,
});

/** The signed-in user's own record, groups included; undefined while it loads. */
export function useMe(): User | undefined {
  return useQuery(meQuery).data;
}
