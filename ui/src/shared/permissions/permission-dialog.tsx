import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2, User, UserCog, Users } from 'lucide-react';
import { useState } from 'react';
import { permissions, type AccessControlRequest, type AccessControlResponse } from '../api/generated/iam';
import { ErrorNote } from '../states/error-note';
import { Loaded } from '../states/loaded';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Input, Select } from '../ui/input';

interface PermissionDialogProps {
  open: boolean;
  onClose: () => void;
  /** As in the Permissions API: `queries`, `warehouses`. */
  type: string;
  id: string;
  name: string;
}

/** Who may do what with an object of the workspace: everybody's levels, and a way to give one. */
export function PermissionDialog({ open, onClose, type, id, name }: PermissionDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={`Share ${name}`} about="People, groups and service principals who may use it. Administrators of the workspace always may.">
      {open ? <Permissions type={type} id={id} /> : null}
    </Dialog>
  );
}

function Permissions({ type, id }: { type: string; id: string }) {
  const queries = useQueryClient();
  const key = ['permissions', type, id];
  const list = useQuery({ queryKey: key, queryFn: () => permissions.get({ requestObjectType: type, requestObjectId: id }) });
  const levels = useQuery({
    queryKey: [...key, 'levels'],
    queryFn: () => permissions.getPermissionLevels({ requestObjectType: type, requestObjectId: id }),
    select: (answer) => (answer.permission_levels ?? []).filter((level) => level.permission_level !== 'IS_OWNER'),
  });
  const change = useMutation({
    mutationFn: (changed: { entries: AccessControlRequest[]; all: boolean }) =>
      (changed.all ? permissions.set : permissions.update)({ requestObjectType: type, requestObjectId: id, access_control_list: changed.entries }),
    onSuccess: (answer) => queries.setQueryData(key, answer),
  });
  const options = levels.data ?? [];
  const lines = list.data?.access_control_list ?? [];
  const without = (line: AccessControlResponse) => lines.filter((other) => other !== line && direct(other)).map((other) => request(other, direct(other)));
  return (
    <>
      <Give levels={options.map((level) => level.permission_level ?? '')} busy={change.isPending} onGive={(entry) => change.mutateAsync({ entries: [entry], all: false })} />
      {change.error ? <ErrorNote error={change.error} /> : null}
      <Loaded query={list} lines={3}>
        {() => (
          <ul className="divide-line border-line mt-3 divide-y rounded-md border">
            {lines.map((line) => {
              const level = direct(line);
              const Icon = line.group_name ? Users : line.service_principal_name ? UserCog : User;
              const who = line.display_name ?? nameOf(line);
              return (
                <li key={nameOf(line)} className="flex min-h-10 items-center gap-2.5 px-3 py-1">
                  <Icon aria-hidden className="text-ink-faint size-4 shrink-0" />
                  <bdi className="min-w-0 flex-1 truncate" title={nameOf(line)}>
                    {who}
                  </bdi>
                  {level && level !== 'IS_OWNER' ? (
                    <>
                      <Select
                        aria-label={`Level of ${who}`}
                        value={level}
                        disabled={change.isPending}
                        onChange={(event) => change.mutate({ entries: [request(line, event.target.value)], all: false })}
                        className="h-7 w-40"
                      >
                        {options.map((option) => (
                          <option key={option.permission_level} value={option.permission_level}>
                            {plain(option.permission_level ?? '')}
                          </option>
                        ))}
                      </Select>
                      <IconButton label={`Take it from ${who}`} disabled={change.isPending} onClick={() => change.mutate({ entries: without(line), all: true })}>
                        <Trash2 />
                      </IconButton>
                    </>
                  ) : (
                    <span className="text-ink-soft">{level ? 'Owner' : `${plain(line.all_permissions?.[0]?.permission_level ?? '')}, inherited`}</span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </>
  );
}

interface GiveProps {
  levels: string[];
  busy: boolean;
  onGive: (entry: AccessControlRequest) => Promise<unknown>;
}

function Give({ levels, busy, onGive }: GiveProps) {
  const [kind, setKind] = useState('user_name');
  const [name, setName] = useState('');
  const [level, setLevel] = useState('');
  return (
    <form
      className="flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const entry = { [kind]: name.trim(), permission_level: level || levels[0] } as AccessControlRequest;
        void onGive(entry)
          .then(() => setName(''))
          .catch(() => undefined);
      }}
    >
      <Select aria-label="Kind" value={kind} onChange={(event) => setKind(event.target.value)} className="w-28">
        <option value="user_name">Person</option>
        <option value="group_name">Group</option>
        <option value="service_principal_name">Service principal</option>
      </Select>
      <Input
        aria-label="Who"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder={kind === 'user_name' ? 'name@example.com' : kind === 'group_name' ? 'analysts' : 'application id'}
        className="min-w-32 flex-1"
      />
      <Select aria-label="May" value={level || levels[0]} onChange={(event) => setLevel(event.target.value)} className="w-30">
        {levels.map((option) => (
          <option key={option} value={option}>
            {plain(option)}
          </option>
        ))}
      </Select>
      <Button type="submit" look="primary" busy={busy} className="h-8">
        Give
      </Button>
    </form>
  );
}

/** The level that somebody was given on the object itself. */
function direct(line: AccessControlResponse): string | undefined {
  return line.all_permissions?.find((permission) => !permission.inherited)?.permission_level;
}

function nameOf(line: AccessControlResponse): string {
  return line.user_name ?? line.group_name ?? line.service_principal_name ?? '';
}

function request(line: AccessControlResponse, level: string | undefined): AccessControlRequest {
  const { user_name, group_name, service_principal_name } = line;
  return { user_name, group_name, service_principal_name, permission_level: level } as AccessControlRequest;
}

/** `CAN_MANAGE` as a person says it. */
export function plain(level: string): string {
  const words = level.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
