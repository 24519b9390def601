import { queryOptions, useQuery } from '@tanstack/react-query';
import { warehouses, type EndpointInfo } from '../api/generated/sql';
import { useStored } from '../preferences/stored';

export const warehousesQuery = queryOptions({
  queryKey: ['warehouses'],
  queryFn: () => warehouses.list({}).then((answer) => answer.warehouses ?? []),
  staleTime: 15_000,
});

interface ChosenWarehouse {
  /** Undefined while the list loads, and where the user may use none. */
  warehouse: EndpointInfo | undefined;
  warehouses: EndpointInfo[];
  loading: boolean;
  choose: (id: string) => void;
}

/** The warehouse that statements of pages run on: the one chosen last, else one that runs, else the first. */
export function useWarehouse(): ChosenWarehouse {
  const [chosen, choose] = useStored('warehouse', '');
  const query = useQuery(warehousesQuery);
  const all = query.data ?? [];
  const warehouse =
    all.find((candidate) => candidate.id === chosen) ?? all.find((candidate) => candidate.state === 'RUNNING') ?? all[0];
  return { warehouse, warehouses: all, loading: query.isPending, choose };
}
