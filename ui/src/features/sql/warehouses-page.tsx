import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MoreHorizontal, Play, Plus, Square, Warehouse } from 'lucide-react';
import { useState } from 'react';
import { warehouses, type EndpointInfo, type State } from '../../shared/api/generated/sql';
import { useSession } from '../../shared/api/session';
import { Mono } from '../../shared/display/mono';
import { Page, PageBody, PageHeader } from '../../shared/layout/page';
import { notify } from '../../shared/notices/notices';
import { PermissionDialog } from '../../shared/permissions/permission-dialog';
import { Empty } from '../../shared/states/empty';
import { Loaded } from '../../shared/states/loaded';
import { warehousesQuery } from '../../shared/statements/warehouses';
import { DataTable, type TableColumn } from '../../shared/table/data-table';
import { Button, IconButton } from '../../shared/ui/button';
import { Chip, type Tone } from '../../shared/ui/chip';
import { Confirm } from '../../shared/ui/confirm';
import { Menu, MenuItem, MenuLine } from '../../shared/ui/menu';
import { WarehouseDialog } from './parts/warehouse-dialog';

const TONES: Record<State, Tone> = { RUNNING: 'success', STARTING: 'info', STOPPING: 'warning', STOPPED: 'neutral', DELETING: 'warning', DELETED: 'neutral' };

/** What runs SQL: state, settings, and who may use it. */
export function WarehousesPage() {
  const session = useSession();
  const queries = useQueryClient();
  const list = useQuery({ ...warehousesQuery, refetchInterval: 3_000 });
  const [edited, setEdited] = useState<EndpointInfo | 'new'>();
  const [sharing, setSharing] = useState<EndpointInfo>();
  const [deleting, setDeleting] = useState<EndpointInfo>();
  const refresh = () => queries.invalidateQueries({ queryKey: warehousesQuery.queryKey });
  const act = useMutation({
    mutationFn: ({ id, start }: { id: string; start: boolean }) => (start ? warehouses.start({ id }) : warehouses.stop({ id })),
    onSuccess: refresh,
    onError: (error) => notify('danger', error.message),
  });
  const actions = (warehouse: EndpointInfo) => {
    const up = warehouse.state === 'RUNNING' || warehouse.state === 'STARTING';
    return (
      <>
        <IconButton label={up ? `Stop ${warehouse.name}` : `Start ${warehouse.name}`} disabled={act.isPending} onClick={() => act.mutate({ id: warehouse.id ?? '', start: !up })}>
          {up ? <Square /> : <Play />}
        </IconButton>
        <Menu
          trigger={
            <IconButton label={`More for ${warehouse.name}`}>
              <MoreHorizontal />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setEdited(warehouse)}>Edit…</MenuItem>
          <MenuItem onSelect={() => setSharing(warehouse)}>Permissions…</MenuItem>
          <MenuItem asChild>
            <Link to="/history" search={{ warehouse: warehouse.id }}>
              Its queries
            </Link>
          </MenuItem>
          <MenuLine />
          <MenuItem danger onSelect={() => setDeleting(warehouse)}>
            Delete…
          </MenuItem>
        </Menu>
      </>
    );
  };
  const create = session.admin ? (
    <Button look="primary" onClick={() => setEdited('new')}>
      <Plus /> Create warehouse
    </Button>
  ) : undefined;
  return (
    <Page title="SQL warehouses">
      <PageHeader title="SQL warehouses" about="Statements run on a warehouse: it has a queue, permissions, and stops when nobody uses it." actions={create} />
      <PageBody flush>
        <Loaded query={list} what="The warehouses could not be read">
          {(all) => (
            <DataTable
              name="warehouses"
              label="SQL warehouses"
              columns={columns(setEdited)}
              items={all}
              id={(warehouse) => warehouse.id ?? ''}
              actions={actions}
              empty={
                <Empty icon={Warehouse} title="No SQL warehouse that you may use" action={create}>
                  {session.admin ? 'Create one to run SQL.' : 'Whoever manages a warehouse can give you CAN USE on it.'}
                </Empty>
              }
            />
          )}
        </Loaded>
      </PageBody>
      <WarehouseDialog warehouse={edited} onClose={() => setEdited(undefined)} onDone={refresh} />
      <PermissionDialog open={sharing !== undefined} onClose={() => setSharing(undefined)} type="warehouses" id={sharing?.id ?? ''} name={sharing?.name ?? ''} />
      <Confirm
        open={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={`Delete ${deleting?.name ?? ''}?`}
        action="Delete warehouse"
        typed={deleting?.name}
        run={() => warehouses.delete({ id: deleting?.id ?? '' }).then(refresh)}
      >
        Statements that run on it are cancelled, and its permissions are forgotten. This cannot be undone.
      </Confirm>
    </Page>
  );
}

function columns(edit: (warehouse: EndpointInfo) => void): TableColumn<EndpointInfo>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 240,
      value: (warehouse) => warehouse.name,
      cell: (warehouse) => (
        <button type="button" title={warehouse.name} onClick={() => edit(warehouse)} className="hover:text-accent max-w-full truncate font-medium hover:underline">
          {warehouse.name}
        </button>
      ),
    },
    {
      id: 'state',
      header: 'State',
      width: 104,
      value: (warehouse) => warehouse.state,
      cell: ({ state }) => <Chip tone={state ? TONES[state] : 'neutral'}>{(state ?? '').charAt(0) + (state ?? '').slice(1).toLowerCase()}</Chip>,
    },
    { id: 'active', header: 'Statements', width: 96, numeric: true, value: (warehouse) => warehouse.num_active_sessions, cell: (warehouse) => warehouse.num_active_sessions ?? 0 },
    { id: 'size', header: 'Size', width: 96, wide: true, value: (warehouse) => warehouse.cluster_size, cell: (warehouse) => warehouse.cluster_size },
    { id: 'clusters', header: 'Clusters', width: 92, wide: true, cell: (warehouse) => `${warehouse.num_clusters ?? 0} of ${warehouse.max_num_clusters ?? 1}` },
    { id: 'stop', header: 'Stops after', width: 104, wide: true, value: (warehouse) => warehouse.auto_stop_mins, cell: (warehouse) => (warehouse.auto_stop_mins ? `${warehouse.auto_stop_mins} min` : 'never') },
    { id: 'creator', header: 'Created by', width: 170, wide: true, value: (warehouse) => warehouse.creator_name, cell: (warehouse) => <bdi>{warehouse.creator_name}</bdi> },
    { id: 'path', header: 'HTTP path', width: 240, wide: true, cell: (warehouse) => <Mono text={warehouse.odbc_params?.path ?? ''} /> },
  ];
}
