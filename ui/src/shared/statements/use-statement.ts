import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '../api/api-error';
import { runStatement, type Result } from './run-statement';
import { useWarehouse } from './warehouses';

const NO_WAREHOUSE =
  'This needs a SQL warehouse, and there is none that you may use. Whoever manages a warehouse can give you CAN USE on it.';

/** The result of a statement that only reads, kept while the page is open. */
export function useStatement(key: readonly unknown[], statement: string, staleTime = 60_000): UseQueryResult<Result> {
  const { warehouse, loading } = useWarehouse();
  return useQuery({
    queryKey: ['statement', ...key, statement],
    queryFn: ({ signal }) => {
      if (!warehouse?.id) {
        throw new ApiError(403, 'NO_WAREHOUSE', NO_WAREHOUSE, undefined);
      }
      return runStatement(statement, { warehouse: warehouse.id, signal });
    },
    enabled: !loading,
    staleTime,
  });
}

/** Runs commands: what a button does. */
export function useCommand(): (statement: string) => Promise<Result> {
  const { warehouse } = useWarehouse();
  return (statement) => {
    if (!warehouse?.id) {
      return Promise.reject(new ApiError(403, 'NO_WAREHOUSE', NO_WAREHOUSE, undefined));
    }
    return runStatement(statement, { warehouse: warehouse.id });
  };
}

/** A text as SQL takes it. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
