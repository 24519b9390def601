import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, ShieldQuestion, Trash2, UserRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { grants, type EffectivePrivilegeAssignment, type Privilege } from '../../../shared/api/generated/catalog';
import { notify } from '../../../shared/notices/notices';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button, IconButton } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Confirm } from '../../../shared/ui/confirm';
import { principalsQuery } from '../../../shared/api/principals';
import type { Level } from '../model/explain-access';
import { words, type Grantable } from '../model/privileges';
import { AccessDialog } from './access-dialog';
import { GrantDialog } from './grant-dialog';

interface Line {
  principal: string;
  privilege: Privilege;
  from?: string;
}

interface PermissionsTabProps {
  type: Grantable;
  fullName: string;
  owner?: string;
  levels: Level[];
}

async function effectiveOn(type: Grantable, fullName: string): Promise<EffectivePrivilegeAssignment[]> {
  const answer = await grants.getEffective({ securableType: type.toLowerCase(), fullName });
  return answer.privilege_assignments ?? [];
}

/** Who may do what with an object, where each right comes from, and the way to give and take. */
export function PermissionsTab({ type, fullName, owner, levels }: PermissionsTabProps) {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['grants', type, fullName], queryFn: () => effectiveOn(type, fullName) });
  const people = useQuery(principalsQuery('')).data;
  const [granting, setGranting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [revoking, setRevoking] = useState<Line>();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['grants'] });
  const columns = useMemo((): TableColumn<Line>[] => {
    const label = (name: string) => people?.find((choice) => choice.name === name)?.label ?? name;
    return [
      {
        id: 'principal',
        header: 'Principal',
        width: 260,
        value: (line) => label(line.principal),
        cell: (line) => <bdi title={line.principal}>{label(line.principal)}</bdi>,
      },
      {
        id: 'privilege',
        header: 'Privilege',
        width: 200,
        value: (line) => line.privilege,
        cell: (line) => <Chip tone={line.from ? 'neutral' : 'accent'}>{words(line.privilege)}</Chip>,
      },
      {
        id: 'from',
        header: 'Granted on',
        width: 260,
        value: (line) => line.from ?? '',
        cell: (line) => (line.from ? <bdi className="text-ink-soft">{line.from}</bdi> : 'this object'),
      },
    ];
  }, [people]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 px-5 py-3">
        <p className="text-ink-soft flex min-w-0 flex-1 basis-52 items-center gap-1.5">
          <UserRound aria-hidden className="size-4 shrink-0" /> Owner <bdi className="text-ink truncate font-medium">{owner ?? 'unknown'}</bdi>
        </p>
        <Button onClick={() => setAsking(true)} disabled={!query.data}>
          <ShieldQuestion /> Why can someone read this?
        </Button>
        <Button look="primary" onClick={() => setGranting(true)}>
          <Plus /> Grant
        </Button>
      </div>
      <Loaded query={query} what="The permissions could not be read">
        {(assignments) => (
          <DataTable
            name="grants"
            label={`Permissions on ${fullName}`}
            columns={columns}
            items={assignments.flatMap(lines)}
            id={(line) => `${line.principal} ${line.privilege} ${line.from ?? ''}`}
            actions={(line) =>
              line.from ? null : (
                <IconButton label={`Revoke ${words(line.privilege)}`} onClick={() => setRevoking(line)}>
                  <Trash2 />
                </IconButton>
              )
            }
            empty={
              <Empty
                icon={ShieldQuestion}
                title="Nothing is granted here"
                action={
                  <Button look="primary" onClick={() => setGranting(true)}>
                    <Plus /> Grant
                  </Button>
                }
              >
                Only its owner, the owners of what it lies in, and administrators reach it.
              </Empty>
            }
          />
        )}
      </Loaded>
      <GrantDialog open={granting} onClose={() => setGranting(false)} type={type} fullName={fullName} onDone={refresh} />
      <AccessDialog open={asking} onClose={() => setAsking(false)} levels={levels} effective={query.data ?? []} />
      <Confirm
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={`Revoke ${words(revoking?.privilege ?? '')}?`}
        action="Revoke"
        run={async () => {
          const { principal, privilege } = revoking as Line;
          await grants.update({ securableType: type.toLowerCase(), fullName, changes: [{ principal, remove: [privilege] }] });
          notify('success', `Revoked ${words(privilege)} on ${fullName} from ${principal}`);
          refresh();
        }}
      >
        {revoking?.principal} loses it on {fullName}, unless it also comes from elsewhere. It can be granted again.
      </Confirm>
    </div>
  );
}

function lines(assignment: EffectivePrivilegeAssignment): Line[] {
  return (assignment.privileges ?? []).map((held) => ({
    principal: assignment.principal ?? '',
    privilege: held.privilege as Privilege,
    from: held.inherited_from_name ? `${held.inherited_from_type?.toLowerCase().replace('_', ' ')} ${held.inherited_from_name}` : undefined,
  }));
}
