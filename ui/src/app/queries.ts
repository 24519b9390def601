import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../shared/api/api-error';

/** What is known of the server: shown at once from memory, refreshed behind. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 600_000,
        refetchOnWindowFocus: true,
        // The server's own words do not change when they are asked for again; a network may come back.
        retry: (count, error) => count < 2 && error instanceof ApiError && (error.unreachable || error.status === 429 || error.status === 503),
        retryDelay: (count) => 400 * 2 ** count,
      },
    },
  });
}
