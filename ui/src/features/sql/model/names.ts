import type { QueryClient } from '@tanstack/react-query';
import { catalogs, schemas, tables } from '../../../shared/api/generated/catalog';
import type { Names } from '../../../shared/editor/completion';

const FRESH = 60_000;

/** Names of the live catalog, for completion and pickers; only what the user may see. */
export function liveNames(queries: QueryClient, current: Names['current']): Names {
  const ask = <Answer>(key: readonly string[], load: () => Promise<Answer[]>): Promise<Answer[]> =>
    queries.fetchQuery({ queryKey: ['names', ...key], queryFn: load, staleTime: FRESH, retry: false }).catch(() => []);
  return {
    current,
    catalogs: () => ask(['catalogs'], () => catalogs.list({ max_results: 500 }).then((page) => names(page.catalogs))),
    schemas: (catalog) =>
      ask(['schemas', catalog], () => schemas.list({ catalog_name: catalog, max_results: 500 }).then((page) => names(page.schemas))),
    tables: (catalog, schema) => ask(['tables', catalog, schema], () => tablesOf(catalog, schema)),
    columns: (fullName) => ask(['columns', fullName], () => columnsOf(fullName)),
  };
}

async function tablesOf(catalog: string, schema: string): Promise<{ name: string; kind: string }[]> {
  const page = await tables.list({
    catalog_name: catalog,
    schema_name: schema,
    max_results: 1000,
    omit_columns: true,
    omit_properties: true,
  });
  return (page.tables ?? []).map((table) => ({ name: table.name ?? '', kind: table.table_type === 'VIEW' ? 'view' : 'table' }));
}

async function columnsOf(fullName: string): Promise<{ name: string; type: string }[]> {
  const table = await tables.get({ fullName });
  return (table.columns ?? []).map((column) => ({ name: column.name ?? '', type: column.type_text ?? '' }));
}

function names(items: { name?: string }[] | undefined): string[] {
  return (items ?? []).map((item) => item.name ?? '').filter((name) => name !== '');
}
