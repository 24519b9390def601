import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { History, RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { queryHistory, type EndpointInfo, type QueryFilter, type QueryInfo, type QueryStatus } from '../../shared/api/generated/sql';
import { useSession } from '../../shared/api/session';
import { Facts } from '../../shared/display/facts';
import { Mono } from '../../shared/display/mono';
import { bytes, count, duration } from '../../shared/display/numbers';
import { Time } from '../../shared/display/time';
import { Page, PageBody, PageHeader } from '../../shared/layout/page';
import { EDITOR } from '../../shared/navigation/paths';
import { Empty } from '../../shared/states/empty';
import { Loaded } from '../../shared/states/loaded';
import { warehousesQuery } from '../../shared/statements/warehouses';
import { DataTable, type TableColumn } from '../../shared/table/data-table';
import { Button, IconButton } from '../../shared/ui/button';
import { Chip, type Tone } from '../../shared/ui/chip';
import { Dialog } from '../../shared/ui/dialog';
import { SearchInput, Select } from '../../shared/ui/input';
import { firstLine } from './model/text';
import { ProfileTree } from './parts/profile-tree';

const HOUR = 3_600_000;
const SINCE = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;

interface Search {
  status?: string;
  warehouse?: string;
  user?: string;
  since?: 'hour' | 'day' | 'week' | 'all';
  words?: string;
  id?: string;
}

const TONES: Record<QueryStatus, Tone> = {
  FINISHED: 'success',
  FAILED: 'danger',
  CANCELED: 'warning',
  QUEUED: 'neutral',
  RUNNING: 'accent',
  STARTED: 'accent',
  COMPILING: 'accent',
  COMPILED: 'accent',
};

/** Every statement that was submitted, as far as the user may know of it. */
export function HistoryPage() {
  const search = useSearch({ from: '/history' });
  const navigate = useNavigate({ from: '/history' });
  const session = useSession();
  const warehouses = useQuery(warehousesQuery);
  const list = useInfiniteQuery({
    queryKey: ['query-history', search.status, search.warehouse, search.user, search.since],
    queryFn: ({ pageParam }) =>
      queryHistory.list({ filter_by: filterOf(search, session.user_id), include_metrics: true, max_results: 200, page_token: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.has_next_page ? page.next_page_token : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages[0]?.res?.some((info) => !info.is_final) ? 2_000 : false),
  });
  const all = useMemo(() => list.data?.pages.flatMap((page) => page.res ?? []) ?? [], [list.data]);
  const words = search.words?.trim().toLowerCase() ?? '';
  const shown = words === '' ? all : all.filter((info) => `${info.query_text} ${info.user_name} ${info.query_id}`.toLowerCase().includes(words));
  const set = (part: Partial<Search>) => void navigate({ search: (old: Search) => ({ ...old, ...part }), replace: true });
  const opened = all.find((info) => info.query_id === search.id);
  const filtered = Boolean(search.status || search.warehouse || search.user || words || (search.since && search.since !== 'all'));
  return (
    <Page title="Query history">
      <PageHeader
        title="Query history"
        about={session.admin ? 'Statements of everybody in this workspace.' : 'Your statements, and everybody’s on warehouses that you may monitor.'}
        actions={
          <IconButton label="Refresh" busy={list.isRefetching} onClick={() => void list.refetch()}>
            <RefreshCw />
          </IconButton>
        }
      />
      <div className="flex shrink-0 flex-wrap gap-2 px-5 pb-3">
        <SearchInput value={search.words ?? ''} onChange={(text) => set({ words: text || undefined })} label="Search text, person or id" className="w-64 max-md:w-full" />
        <Select aria-label="State" value={search.status ?? ''} onChange={(event) => set({ status: event.target.value || undefined })} className="h-7.5 w-32">
          <option value="">Any state</option>
          <option value="FINISHED">Finished</option>
          <option value="FAILED">Failed</option>
          <option value="CANCELED">Cancelled</option>
          <option value="RUNNING">Running</option>
          <option value="QUEUED">Queued</option>
        </Select>
        <Select aria-label="Warehouse" value={search.warehouse ?? ''} onChange={(event) => set({ warehouse: event.target.value || undefined })} className="h-7.5 w-44">
          <option value="">Any warehouse</option>
          {(warehouses.data ?? []).map((warehouse) => (
            <option key={warehouse.id} value={warehouse.id}>
              {warehouse.name}
            </option>
          ))}
        </Select>
        <Select aria-label="Time" value={search.since ?? 'all'} onChange={(event) => set({ since: event.target.value as Search['since'] })} className="h-7.5 w-36">
          <option value="all">All time</option>
          <option value="hour">Last hour</option>
          <option value="day">Last 24 hours</option>
          <option value="week">Last 7 days</option>
        </Select>
        <Select aria-label="Whose" value={search.user ?? ''} onChange={(event) => set({ user: event.target.value || undefined })} className="h-7.5 w-32">
          <option value="">Everybody’s</option>
          <option value="me">Mine</option>
        </Select>
      </div>
      <PageBody flush>
        <Loaded query={list} what="The history could not be read">
          {() => (
            <DataTable
              name="history"
              label="Statements"
              columns={columns(warehouses.data ?? [], (id) => set({ id }))}
              items={shown}
              id={(info) => info.query_id ?? ''}
              onEnd={() => (list.hasNextPage && !list.isFetchingNextPage ? void list.fetchNextPage() : undefined)}
              empty={
                <Empty icon={History} title={filtered ? 'No statement passes the filters' : 'Nothing was run yet'} action={filtered ? <Button onClick={() => void navigate({ search: {} })}>Clear the filters</Button> : undefined}>
                  {filtered ? 'Choose another time, state or warehouse.' : 'Every statement appears here, whichever client sent it.'}
                </Empty>
              }
            />
          )}
        </Loaded>
      </PageBody>
      <Dialog wide open={search.id !== undefined} onClose={() => set({ id: undefined })} title={opened ? firstLine(opened.query_text ?? '', 80) : 'Statement'}>
        {opened ? <Statement info={opened} warehouses={warehouses.data ?? []} mine={String(opened.user_id) === session.user_id} /> : <p className="text-ink-faint">It is not among the statements that are listed.</p>}
      </Dialog>
    </Page>
  );
}

function filterOf(search: Search, me: string): QueryFilter {
  const since = search.since && search.since !== 'all' ? SINCE[search.since] : undefined;
  return {
    statuses: search.status ? [search.status as QueryStatus] : undefined,
    warehouse_ids: search.warehouse ? [search.warehouse] : undefined,
    user_ids: search.user === 'me' ? [Number(me)] : undefined,
    query_start_time_range: since ? { start_time_ms: Date.now() - since } : undefined,
  };
}

function columns(warehouses: EndpointInfo[], open: (id: string | undefined) => void): TableColumn<QueryInfo>[] {
  return [
    { id: 'state', header: 'State', width: 96, value: (info) => info.status, cell: (info) => <State status={info.status} /> },
    {
      id: 'text',
      header: 'Statement',
      width: 420,
      cell: (info) => (
        <button type="button" onClick={() => open(info.query_id)} title={info.query_text} className="text-code hover:text-accent w-full truncate text-left font-mono hover:underline">
          {firstLine(info.query_text ?? '', 200)}
        </button>
      ),
    },
    { id: 'started', header: 'Started', width: 124, value: (info) => info.query_start_time_ms, cell: (info) => <Time at={info.query_start_time_ms} /> },
    { id: 'took', header: 'Took', width: 88, numeric: true, value: (info) => info.duration, cell: (info) => (info.duration === undefined ? '–' : duration(info.duration)) },
    { id: 'rows', header: 'Rows', width: 92, numeric: true, wide: true, value: (info) => info.rows_produced, cell: (info) => count(info.rows_produced ?? 0) },
    { id: 'read', header: 'Read', width: 92, numeric: true, wide: true, value: (info) => info.metrics?.read_bytes, cell: (info) => bytes(info.metrics?.read_bytes ?? 0) },
    { id: 'who', header: 'Person', width: 160, wide: true, value: (info) => info.user_name, cell: (info) => <bdi title={info.user_name}>{info.user_name}</bdi> },
    {
      id: 'warehouse',
      header: 'Warehouse',
      width: 150,
      wide: true,
      value: (info) => info.warehouse_id,
      cell: (info) => warehouses.find((warehouse) => warehouse.id === info.warehouse_id)?.name ?? info.warehouse_id,
    },
  ];
}

function State({ status }: { status: QueryStatus | undefined }) {
  const words = (status ?? '').toLowerCase();
  return <Chip tone={status ? TONES[status] : 'neutral'}>{words.charAt(0).toUpperCase() + words.slice(1)}</Chip>;
}

function Statement({ info, warehouses, mine }: { info: QueryInfo; warehouses: EndpointInfo[]; mine: boolean }) {
  const { metrics } = info;
  return (
    <div className="flex flex-col gap-4">
      {info.error_message ? <pre className="bg-danger-soft border-line rounded-md border p-3 font-mono text-sm whitespace-pre-wrap">{info.error_message}</pre> : null}
      {/* A region that scrolls must be reachable with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label="Text" className="bg-sunken border-line text-code max-h-64 overflow-auto rounded-md border p-3 font-mono whitespace-pre-wrap">
        {info.query_text}
      </pre>
      <div className="flex gap-2">
        <Button asChild>
          <Link to={EDITOR} search={{ text: info.query_text ?? '' }}>
            Open in the editor
          </Link>
        </Button>
      </div>
      <Facts
        facts={[
          ['State', <State key="state" status={info.status} />],
          ['Person', info.user_name],
          ['Started', <Time key="time" at={info.query_start_time_ms} />],
          ['Took', info.duration === undefined ? undefined : duration(info.duration)],
          ['Of that, running', metrics?.execution_time_ms === undefined ? undefined : duration(metrics.execution_time_ms)],
          ['Rows', count(info.rows_produced ?? 0)],
          ['Rows read', count(metrics?.rows_read_count ?? 0)],
          ['Bytes read', bytes(metrics?.read_bytes ?? 0)],
          ['Warehouse', warehouses.find((warehouse) => warehouse.id === info.warehouse_id)?.name ?? info.warehouse_id],
          ['Client', info.client_application],
          ['Statement id', <Mono key="id" text={info.query_id ?? ''} />],
        ]}
      />
      {mine ? (
        <section aria-label="Profile" className="border-line flex max-h-[60vh] min-h-40 overflow-hidden rounded-md border">
          <ProfileTree statementId={info.query_id ?? ''} />
        </section>
      ) : (
        <p className="text-ink-faint">Only {info.user_name}, who ran it, may see its profile.</p>
      )}
    </div>
  );
}
