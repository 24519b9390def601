import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from './error-note';
import { Skeleton } from './skeleton';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  /** For the error: what could not be had. */
  what?: string;
  lines?: number;
  /** For what was denied: whom to ask, and for what. */
  help?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** What a query answered; until then its skeleton, and its error with a way to try again. */
export function Loaded<Data>({ query, what, lines, help, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    return (
      <div className="p-4">
        <ErrorNote error={query.error} what={what} help={help} retry={() => void query.refetch()} />
      </div>
    );
  }
  return <Skeleton lines={lines} />;
}
