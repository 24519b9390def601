import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { catalogs, externalLocations, functions, schemas, storageCredentials, tables, volumes } from '../../shared/api/generated/catalog';

/** The part of a full name at a position: catalog, schema, object. */
export function part(fullName: string, index: number): string {
  return fullName.split('.')[index] ?? '';
}

const PAGE = 200;

export const catalogsQuery = queryOptions({
  queryKey: ['catalogs'],
  queryFn: async () => {
    const all = [];
    let token: string | undefined;
    do {
      const page = await catalogs.list({ max_results: 500, page_token: token });
      all.push(...(page.catalogs ?? []));
      token = page.next_page_token || undefined;
    } while (token);
    return all;
  },
});

export const catalogQuery = (name: string) =>
  queryOptions({ queryKey: ['catalog', name], queryFn: () => catalogs.get({ name }) });

export const schemaQuery = (fullName: string) =>
  queryOptions({ queryKey: ['schema', fullName], queryFn: () => schemas.get({ fullName }) });

export const tableQuery = (fullName: string) =>
  queryOptions({ queryKey: ['table', fullName], queryFn: () => tables.get({ fullName }) });

export const volumeQuery = (name: string) =>
  queryOptions({ queryKey: ['volume', name], queryFn: () => volumes.read({ name }) });

export const functionQuery = (name: string) =>
  queryOptions({ queryKey: ['function', name], queryFn: () => functions.get({ name }) });

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: () => externalLocations.list({ max_results: 1000 }).then((page) => page.external_locations ?? []),
});

export const locationQuery = (name: string) =>
  queryOptions({ queryKey: ['location', name], queryFn: () => externalLocations.get({ name }) });

export const credentialsQuery = queryOptions({
  queryKey: ['credentials'],
  queryFn: () => storageCredentials.list({ max_results: 1000 }).then((page) => page.storage_credentials ?? []),
});

const next = (page: { next_page_token?: string }) => page.next_page_token || undefined;
const first = undefined as string | undefined;

export const schemaPages = (catalog: string) =>
  infiniteQueryOptions({
    queryKey: ['schemas', catalog],
    queryFn: ({ pageParam }) => schemas.list({ catalog_name: catalog, max_results: PAGE, page_token: pageParam }),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const tablePages = (schema: string) =>
  infiniteQueryOptions({
    queryKey: ['tables', schema],
    queryFn: ({ pageParam }) =>
      tables.list({
        catalog_name: part(schema, 0),
        schema_name: part(schema, 1),
        max_results: PAGE,
        page_token: pageParam,
        omit_columns: true,
        omit_properties: true,
      }),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const volumePages = (schema: string) =>
  infiniteQueryOptions({
    queryKey: ['volumes', schema],
    queryFn: ({ pageParam }) =>
      volumes.list({ catalog_name: part(schema, 0), schema_name: part(schema, 1), max_results: PAGE, page_token: pageParam }),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const functionPages = (schema: string) =>
  infiniteQueryOptions({
    queryKey: ['functions', schema],
    queryFn: ({ pageParam }) =>
      functions.list({ catalog_name: part(schema, 0), schema_name: part(schema, 1), max_results: PAGE, page_token: pageParam }),
    initialPageParam: first,
    getNextPageParam: next,
  });

/** After something in the catalog changed: what is shown of it is asked for again. */
export function refreshCatalog(queries: QueryClient): Promise<void> {
  const kept = new Set(['session', 'me', 'workspaces', 'warehouses']);
  return queries.invalidateQueries({ predicate: (query) => !kept.has(String(query.queryKey[0])) });
}
