import { useQuery } from '@tanstack/react-query';
import { Boxes } from 'lucide-react';
import { useMemo } from 'react';
import { useSession } from '../../../shared/api/session';
import { switchWorkspace, workspacesQuery, type Workspace } from '../../../shared/api/workspaces';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Page, PageHeader } from '../../../shared/layout/page';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';

/** The workspaces of this server that one may know of. */
export function WorkspacesPage() {
  const query = useQuery(workspacesQuery);
  const session = useSession();
  const own = query.data?.find((workspace) => workspace.workspace_id === session.workspace_id);
  const columns = useMemo(
    (): TableColumn<Workspace>[] => [
      {
        id: 'name',
        header: 'Name',
        width: 240,
        value: (workspace) => workspace.name,
        cell: (workspace) => (
          <span className="flex items-center gap-2">
            <bdi className="truncate font-medium">{workspace.name}</bdi>
            {workspace.workspace_id === session.workspace_id ? <Chip tone="accent">this one</Chip> : null}
            {workspace.throwaway ? <Chip>throwaway</Chip> : null}
          </span>
        ),
      },
      { id: 'id', header: 'Id', width: 200, cell: (workspace) => <Mono text={workspace.workspace_id} /> },
      { id: 'used', header: 'Last used', width: 140, wide: true, value: (workspace) => workspace.last_used_at, cell: (workspace) => <Time at={workspace.last_used_at} /> },
      { id: 'created', header: 'Created', width: 140, wide: true, value: (workspace) => workspace.created_at, cell: (workspace) => <Time at={workspace.created_at} /> },
    ],
    [session.workspace_id],
  );
  return (
    <Page title="Workspaces">
      <PageHeader title="Workspaces" about="Each has people, catalogs and warehouses of its own. Throwaway ones are made by tests and have their own tokens." />
      <Loaded query={query} what="The workspaces could not be listed">
        {(list) => (
          <DataTable
            name="workspaces"
            label="Workspaces"
            columns={columns}
            items={list}
            id={(workspace) => workspace.workspace_id}
            actions={(workspace) =>
              workspace.metastore_id === own?.metastore_id && workspace.workspace_id !== session.workspace_id ? (
                <Button onClick={() => switchWorkspace(workspace.workspace_id)}>Open</Button>
              ) : null
            }
            empty={<Empty icon={Boxes} title="No workspace" />}
          />
        )}
      </Loaded>
    </Page>
  );
}
