import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Plus, Trash2, UserPlus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { groupsV2, type ComplexValue } from '../../../shared/api/generated/iam';
import type { PrincipalChoice } from '../../../shared/api/principals';
import { useSession } from '../../../shared/api/session';
import { Page, PageHeader } from '../../../shared/layout/page';
import { KindIcon } from '../../../shared/navigation/kind-icon';
import { objectPath } from '../../../shared/navigation/paths';
import { useVisit, type Place } from '../../../shared/navigation/places';
import { notify } from '../../../shared/notices/notices';
import { Empty } from '../../../shared/states/empty';
import { ErrorNote } from '../../../shared/states/error-note';
import { Loaded } from '../../../shared/states/loaded';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button, IconButton } from '../../../shared/ui/button';
import { Confirm } from '../../../shared/ui/confirm';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { PrincipalInput } from '../../../shared/ui/principal-input';

const PATCH = ['urn:ietf:params:scim:api:messages:2.0:PatchOp' as const];
const BUILT_IN = new Set(['admins', 'users', 'account users']);

function memberKind(member: ComplexValue): 'user' | 'group' | 'service-principal' {
  const reference = member.$ref ?? '';
  return reference.startsWith('Groups') ? 'group' : reference.startsWith('ServicePrincipals') ? 'service-principal' : 'user';
}

/** A group and its members. */
export function GroupPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['group', id], queryFn: () => groupsV2.get({ id }) });
  return (
    <Loaded query={query} what="The group could not be read">
      {(group) => <Shown id={id} name={group.displayName ?? id} members={group.members ?? []} />}
    </Loaded>
  );
}

function Shown({ id, name, members }: { id: string; name: string; members: ComplexValue[] }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const admin = useSession().admin;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const place: Place = { kind: 'group', name, path: objectPath('group', id) };
  useVisit(place);
  const refresh = () =>
    queries.invalidateQueries({ predicate: (query) => ['group', 'groups', 'user', 'users', 'principals', 'me'].includes(String(query.queryKey[0])) });
  const columns = useMemo(
    (): TableColumn<ComplexValue>[] => [
      {
        id: 'name',
        header: 'Member',
        width: 320,
        value: (member) => member.display,
        cell: (member) => (
          <span className="flex min-w-0 items-center gap-2">
            <KindIcon kind={memberKind(member)} className="text-ink-faint size-3.5 shrink-0" />
            <bdi className="truncate" title={member.display}>
              {member.display}
            </bdi>
          </span>
        ),
      },
      { id: 'kind', header: 'Kind', width: 160, value: memberKind, cell: (member) => memberKind(member).replace('-', ' ') },
    ],
    [],
  );
  const removeMember = async (member: ComplexValue) => {
    try {
      await groupsV2.patch({ id, schemas: PATCH, Operations: [{ op: 'remove', path: `members[value eq "${member.value}"]` }] });
      notify('success', `${member.display} is no longer in ${name}`);
      await refresh();
    } catch (error) {
      notify('danger', error instanceof Error ? error.message : String(error));
    }
  };
  const add = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <UserPlus /> Add members
    </Button>
  );
  return (
    <Page title={name}>
      <PageHeader
        title={name}
        kind="group"
        trail={[{ label: 'Groups', path: '/settings/groups' }]}
        favourite={place}
        about={name === 'users' ? 'Everybody in the workspace is in it.' : name === 'admins' ? 'Its members administer the workspace.' : undefined}
        actions={
          admin && name !== 'users' ? (
            <>
              {add}
              {BUILT_IN.has(name) ? null : (
                <Button look="danger" onClick={() => setRemoving(true)}>
                  <Trash2 /> Delete group
                </Button>
              )}
            </>
          ) : null
        }
      />
      <DataTable
        name="members"
        label={`Members of ${name}`}
        columns={columns}
        items={members}
        id={(member) => member.value ?? ''}
        actions={
          admin
            ? (member) => (
                <IconButton label={`Remove ${member.display}`} onClick={() => void removeMember(member)}>
                  <Trash2 />
                </IconButton>
              )
            : undefined
        }
        empty={
          <Empty icon={Users} title={name === 'users' ? 'Everybody is in it' : 'Nobody is in it yet'} action={admin && name !== 'users' ? add : null}>
            {name === 'users' ? 'Its members are not listed one by one.' : 'What is granted to the group reaches its members.'}
          </Empty>
        }
      />
      <AddMembers open={adding} onClose={() => setAdding(false)} id={id} name={name} onDone={refresh} />
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Delete the group ${name}?`}
        action="Delete group"
        typed={name}
        run={async () => {
          await groupsV2.delete({ id });
          notify('success', `Deleted group ${name}`);
          await navigate({ to: '/settings/groups' });
          await refresh();
        }}
      >
        Its {members.length} members lose what was granted to it. This cannot be undone.
      </Confirm>
    </Page>
  );
}

interface AddMembersProps {
  open: boolean;
  onClose: () => void;
  id: string;
  name: string;
  onDone: () => Promise<void>;
}

function AddMembers({ open, onClose, id, name, onDone }: AddMembersProps) {
  const [chosen, setChosen] = useState<PrincipalChoice[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const close = () => {
    setChosen([]);
    setFailure(undefined);
    onClose();
  };
  const submit = async () => {
    setBusy(true);
    try {
      const value = chosen.map((principal) => ({ value: principal.id }));
      await groupsV2.patch({ id, schemas: PATCH, Operations: [{ op: 'add', path: 'members', value }] });
      notify('success', `Added ${chosen.map((principal) => principal.label).join(', ')} to ${name}`);
      await onDone();
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} title={`Add members to ${name}`}>
      <PrincipalInput chosen={chosen} onChange={setChosen} label="People, groups, service principals" withIds />
      {failure ? <ErrorNote error={failure} /> : null}
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void submit()}>
          <Plus /> Add
        </Button>
      </DialogActions>
    </Dialog>
  );
}
