import { queryOptions } from '@tanstack/react-query';
import { send } from '../../shared/api/client';
import { groupsV2, servicePrincipalsV2, usersV2 } from '../../shared/api/generated/iam';

const PAGE = 500;

interface ScimPage<Item> {
  Resources?: Item[];
  totalResults?: number;
}

/** All of a SCIM list, page by page, up to a number that a person can still look through. */
async function all<Item>(page: (startIndex: number) => Promise<ScimPage<Item>>): Promise<{ items: Item[]; total: number }> {
  const items: Item[] = [];
  for (;;) {
    const answer = await page(items.length + 1);
    items.push(...(answer.Resources ?? []));
    const total = answer.totalResults ?? items.length;
    if (items.length >= total || items.length >= 5_000 || (answer.Resources ?? []).length === 0) {
      return { items, total };
    }
  }
}

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => all((startIndex) => usersV2.list({ startIndex, count: PAGE })),
});

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => all((startIndex) => groupsV2.list({ startIndex, count: PAGE })),
});

export const servicePrincipalsQuery = queryOptions({
  queryKey: ['service-principals'],
  queryFn: () => all((startIndex) => servicePrincipalsV2.list({ startIndex, count: PAGE })),
});

/** A link by which a person signs in once and chooses a password. */
export function signInLink(userName: string): Promise<string> {
  return send<{ url: string }>('POST', '/api/tarn/v1/login-links', { user_name: userName }).then((answer) => answer.url);
}
