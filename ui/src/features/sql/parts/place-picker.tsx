import { useQuery } from '@tanstack/react-query';
import { catalogs, schemas } from '../../../shared/api/generated/catalog';
import type { EndpointInfo } from '../../../shared/api/generated/sql';
import { Select } from '../../../shared/ui/input';

/** Where statements run. */
export function WarehousePicker({ all, chosen, onChoose }: { all: EndpointInfo[]; chosen: string; onChoose: (id: string) => void }) {
  const state = all.find((warehouse) => warehouse.id === chosen)?.state;
  const colour = state === 'RUNNING' ? 'bg-success' : state === 'STARTING' || state === 'STOPPING' ? 'bg-warning' : 'bg-ink-faint';
  return (
    <span className="relative w-44 min-w-0">
      <span aria-hidden className={`pointer-events-none absolute top-1/2 left-2.5 z-10 size-2 -translate-y-1/2 rounded-full ${colour}`} />
      <Select aria-label="SQL warehouse" value={chosen} onChange={(event) => onChoose(event.target.value)} className="h-7 pl-6" title={`SQL warehouse, ${(state ?? 'unknown').toLowerCase()}`}>
        {all.length === 0 ? <option value="">No warehouse</option> : null}
        {all.map((warehouse) => (
          <option key={warehouse.id} value={warehouse.id}>
            {warehouse.name}
          </option>
        ))}
      </Select>
    </span>
  );
}

interface NamespacePickerProps {
  catalog: string | undefined;
  schema: string | undefined;
  onChoose: (catalog: string | undefined, schema: string | undefined) => void;
}

/** In which catalog and schema names without them are looked up. */
export function NamespacePicker({ catalog, schema, onChoose }: NamespacePickerProps) {
  const allCatalogs = useQuery({
    queryKey: ['names', 'catalogs'],
    queryFn: () => catalogs.list({ max_results: 500 }).then((page) => (page.catalogs ?? []).map((one) => one.name ?? '')),
    staleTime: 60_000,
  });
  const allSchemas = useQuery({
    queryKey: ['names', 'schemas', catalog ?? ''],
    queryFn: () =>
      schemas.list({ catalog_name: catalog ?? '', max_results: 500 }).then((page) => (page.schemas ?? []).map((one) => one.name ?? '')),
    enabled: catalog !== undefined,
    staleTime: 60_000,
  });
  return (
    <span className="flex min-w-0 items-center gap-1">
      <Select aria-label="Catalog" value={catalog ?? ''} onChange={(event) => onChoose(event.target.value || undefined, undefined)} className="h-7 w-32">
        <option value="">Default catalog</option>
        {withChosen(allCatalogs.data, catalog).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
      <span aria-hidden className="text-ink-faint">
        .
      </span>
      <Select
        aria-label="Schema"
        value={schema ?? ''}
        disabled={catalog === undefined}
        onChange={(event) => onChoose(catalog, event.target.value || undefined)}
        className="h-7 w-32"
      >
        <option value="">default</option>
        {withChosen(allSchemas.data, schema)
          .filter((name) => name !== 'default')
          .map((name) => (
            <option key={name}>{name}</option>
          ))}
      </Select>
    </span>
  );
}

/** What was chosen stays in the list, also where the list is not there. */
function withChosen(names: string[] | undefined, chosen: string | undefined): string[] {
  const all = names ?? [];
  return chosen === undefined || all.includes(chosen) ? all : [chosen, ...all];
}
