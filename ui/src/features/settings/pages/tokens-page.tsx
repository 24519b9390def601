import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { tokens, type PublicTokenInfo } from '../../../shared/api/generated/settings';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Page, PageHeader } from '../../../shared/layout/page';
import { notify } from '../../../shared/notices/notices';
import { useDialog } from '../../../shared/routing/use-dialog';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button, IconButton } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Confirm } from '../../../shared/ui/confirm';
import { FormDialog, FormField } from '../../../shared/ui/form-dialog';
import { Input, Select } from '../../../shared/ui/input';
import { ShownOnce } from '../parts/shown-once';

const draft = z.object({ comment: z.string().trim().min(1, 'Say what it is for.'), days: z.string() });

const COLUMNS: TableColumn<PublicTokenInfo>[] = [
  { id: 'comment', header: 'For', width: 280, value: (token) => token.comment, cell: (token) => <bdi title={token.comment}>{token.comment}</bdi> },
  { id: 'created', header: 'Created', width: 140, value: (token) => token.creation_time, cell: (token) => <Time at={token.creation_time} /> },
  {
    id: 'expires',
    header: 'Expires',
    width: 140,
    value: (token) => token.expiry_time,
    cell: (token) => ((token.expiry_time ?? -1) > 0 ? <Time at={token.expiry_time} /> : <Chip tone="warning">never</Chip>),
  },
  { id: 'id', header: 'Id', width: 200, wide: true, cell: (token) => <Mono text={token.token_id ?? ''} /> },
];

/** One's own access tokens, for clients. */
export function TokensPage() {
  const query = useQuery({ queryKey: ['tokens'], queryFn: () => tokens.list().then((answer) => answer.token_infos ?? []) });
  const queries = useQueryClient();
  const dialog = useDialog('token');
  const [secret, setSecret] = useState<string>();
  const [revoking, setRevoking] = useState<PublicTokenInfo>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['tokens'] });
  const create = useMemo(
    () => (
      <Button look="primary" onClick={dialog.show}>
        <Plus /> Create token
      </Button>
    ),
    [dialog.show],
  );
  return (
    <Page title="Access tokens">
      <PageHeader title="Access tokens" about="Keys for your own command lines, SDKs and connectors. They can do what you can." actions={create} />
      <Loaded query={query} what="The tokens could not be listed">
        {(list) => (
          <DataTable
            name="tokens"
            label="Access tokens"
            columns={COLUMNS}
            items={list}
            id={(token) => token.token_id ?? ''}
            actions={(token) => (
              <IconButton label={`Revoke ${token.comment ?? 'the token'}`} onClick={() => setRevoking(token)}>
                <Trash2 />
              </IconButton>
            )}
            empty={
              <Empty icon={KeyRound} title="No token yet" action={create}>
                A token lets the official clients sign in as you.
              </Empty>
            }
          />
        )}
      </Loaded>
      <FormDialog
        open={dialog.open}
        onClose={dialog.hide}
        title="Create an access token"
        action="Create token"
        schema={draft}
        defaults={{ comment: '', days: '90' }}
        submit={async (values) => {
          const days = Number(values.days);
          const made = await tokens.create({ comment: values.comment, lifetime_seconds: days > 0 ? days * 86_400 : undefined });
          setSecret(made.token_value);
          await refresh();
        }}
      >
        {(form) => (
          <>
            <FormField form={form} name="comment" label="What is it for?">
              <Input placeholder="My laptop's command line" />
            </FormField>
            <FormField form={form} name="days" label="Expires after">
              <Select>
                <option value="1">1 day</option>
                <option value="30">30 days</option>
                <option value="90">90 days</option>
                <option value="365">1 year</option>
                <option value="0">Never</option>
              </Select>
            </FormField>
          </>
        )}
      </FormDialog>
      <ShownOnce
        secret={secret}
        title="Your new token"
        about={`For ~/.databrickscfg: host = ${window.location.origin}`}
        label="Token"
        onClose={() => setSecret(undefined)}
      />
      <Confirm
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={`Revoke the token “${revoking?.comment ?? ''}”?`}
        action="Revoke token"
        run={async () => {
          await tokens.delete({ token_id: revoking?.token_id ?? '' });
          notify('success', `Revoked the token “${revoking?.comment ?? ''}”`);
          await refresh();
        }}
      >
        Clients that use it are refused at once. This cannot be undone.
      </Confirm>
    </Page>
  );
}
