import { useNavigate, useSearch } from '@tanstack/react-router';
import { RotateCw, ScrollText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../../shared/api/api-error';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Page, PageHeader } from '../../../shared/layout/page';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { runStatement } from '../../../shared/statements/run-statement';
import { useWarehouse } from '../../../shared/statements/warehouses';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button, IconButton } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Dialog } from '../../../shared/ui/dialog';
import { Input, Select } from '../../../shared/ui/input';
import { auditStatement, readEvents, type AuditEvent, type AuditFilter } from '../model/audit';

/** Who did what, and what was refused: `system.access.audit`, read with one's own rights. */
export function AuditPage() {
  const filter = useSearch({ strict: false }) as AuditFilter;
  const navigate = useNavigate();
  const { warehouse, loading } = useWarehouse();
  const [shown, setShown] = useState<AuditEvent>();
  const { statement, parameters } = auditStatement(filter);
  const query = useQuery({
    queryKey: ['audit', filter],
    queryFn: ({ signal }) => {
      if (!warehouse?.id) {
        throw new ApiError(403, 'NO_WAREHOUSE', 'The audit log is read with SQL, and there is no warehouse that you may use.', undefined);
      }
      return runStatement(statement, { warehouse: warehouse.id, parameters, signal }).then(readEvents);
    },
    enabled: !loading,
    placeholderData: (previous) => previous,
  });
  const change = (changed: AuditFilter) =>
    void navigate({ to: '.', search: (previous: AuditFilter) => ({ ...previous, ...changed }), replace: true });
  const columns = useMemo(
    (): TableColumn<AuditEvent>[] => [
      { id: 'at', header: 'When', width: 150, value: (event) => event.at, cell: (event) => <Time at={event.at} /> },
      { id: 'who', header: 'Who', width: 180, value: (event) => event.who, cell: (event) => <bdi title={event.who}>{event.who}</bdi> },
      {
        id: 'action',
        header: 'Action',
        width: 170,
        value: (event) => event.action,
        cell: (event) => (
          <button type="button" className="text-accent max-w-full truncate hover:underline" onClick={() => setShown(event)}>
            {event.action}
          </button>
        ),
      },
      { id: 'target', header: 'On', width: 240, value: (event) => event.target, cell: (event) => <bdi title={event.target}>{event.target}</bdi> },
      {
        id: 'decision',
        header: 'Decision',
        width: 100,
        value: (event) => event.decision,
        cell: (event) => <Chip tone={event.decision === 'DENIED' ? 'danger' : 'success'}>{event.decision.toLowerCase()}</Chip>,
      },
      { id: 'ip', header: 'From', width: 110, wide: true, value: (event) => event.address, cell: (event) => event.address },
    ],
    [],
  );
  return (
    <Page title="Audit log">
      <PageHeader
        title="Audit log"
        about="Who did what, and what was refused. The newest 500 events that the filters let through."
        actions={
          <Button busy={query.isFetching} onClick={() => void query.refetch()}>
            <RotateCw /> Refresh
          </Button>
        }
      />
      <div className="flex flex-wrap gap-2 px-5 pb-2.5">
        <Input aria-label="Who" placeholder="Who" className="w-44" defaultValue={filter.who} onBlur={(e) => change({ who: e.target.value || undefined })} onKeyDown={(e) => (e.key === 'Enter' ? change({ who: e.currentTarget.value || undefined }) : undefined)} />
        <Input aria-label="Action" placeholder="Action, such as getTable" className="w-52" defaultValue={filter.action} onBlur={(e) => change({ action: e.target.value || undefined })} onKeyDown={(e) => (e.key === 'Enter' ? change({ action: e.currentTarget.value || undefined }) : undefined)} />
        <Select aria-label="Decision" className="w-40" value={filter.decision ?? ''} onChange={(e) => change({ decision: e.target.value || undefined })}>
          <option value="">Allowed and denied</option>
          <option value="ALLOWED">Allowed</option>
          <option value="DENIED">Denied</option>
        </Select>
        <Select aria-label="Since" className="w-36" value={filter.days ?? 1} onChange={(e) => change({ days: Number(e.target.value) === 1 ? undefined : Number(e.target.value) })}>
          <option value={1}>Last day</option>
          <option value={7}>Last 7 days</option>
          <option value={30}>Last 30 days</option>
          <option value={365}>Last year</option>
        </Select>
      </div>
      <Loaded query={query} what="The audit log could not be read" lines={10}>
        {(events) => (
          <DataTable
            name="audit"
            label="Audit log"
            columns={columns}
            items={events}
            id={(event) => event.id}
            actions={(event) => (
              <IconButton label="Details" onClick={() => setShown(event)}>
                <ScrollText />
              </IconButton>
            )}
            empty={
              <Empty icon={ScrollText} title="No event matches">
                The filters hide what there is, or nothing happened in that time.
              </Empty>
            }
          />
        )}
      </Loaded>
      <Dialog side open={shown !== undefined} onClose={() => setShown(undefined)} title={shown?.action ?? ''} about={shown?.target}>
        {shown ? (
          <Facts
            facts={[
              ['When', <Time key="at" at={shown.at} />],
              ['Who', shown.who],
              ['Decision', shown.decision.toLowerCase()],
              ['Reason', shown.reason],
              ['On', `${shown.targetType} ${shown.target}`.trim()],
              ['From', shown.address],
              ['Client', shown.client],
              ['Request id', <Mono key="request" text={shown.requestId} />],
              ['Parameters', <pre key="parameters" className="text-code font-mono whitespace-pre-wrap">{shown.parameters}</pre>],
            ]}
          />
        ) : null}
      </Dialog>
    </Page>
  );
}
