import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, Search, UserCog, Users, UsersRound, type LucideIcon } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { groupsV2, servicePrincipalsV2, usersV2 } from '../../../shared/api/generated/iam';
import { useSession } from '../../../shared/api/session';
import { Mono } from '../../../shared/display/mono';
import { Page, PageHeader } from '../../../shared/layout/page';
import { KindIcon } from '../../../shared/navigation/kind-icon';
import { objectPath } from '../../../shared/navigation/paths';
import { notify } from '../../../shared/notices/notices';
import { useDialog } from '../../../shared/routing/use-dialog';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Button } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { FormDialog, FormField } from '../../../shared/ui/form-dialog';
import { Input, SearchInput } from '../../../shared/ui/input';
import { groupsQuery, servicePrincipalsQuery, signInLink, usersQuery } from '../api';
import { ShownOnce } from '../parts/shown-once';

type Kind = 'user' | 'group' | 'service-principal';

interface Line {
  id: string;
  name: string;
  detail?: string;
  groups: string[];
  active?: boolean;
}

interface PrincipalPageProps {
  kind: Kind;
  title: string;
  about: string;
  icon: LucideIcon;
  noun: string;
  query: UseQueryResult<{ items: unknown[]; total: number }>;
  lines: Line[];
  detail: string;
  create: ReactNode;
  children: ReactNode;
}

function PrincipalsPage({ kind, title, about, icon, noun, query, lines, detail, create, children }: PrincipalPageProps) {
  const [text, setText] = useState('');
  const admin = useSession().admin;
  const columns = useMemo(
    (): TableColumn<Line>[] => [
      {
        id: 'name',
        header: 'Name',
        width: 260,
        value: (line) => line.name,
        cell: (line) => (
          <Link to={objectPath(kind, line.id)} className="text-accent flex min-w-0 items-center gap-2 font-medium hover:underline">
            <KindIcon kind={kind} className="text-ink-faint size-3.5 shrink-0" />
            <bdi className="truncate" title={line.name}>
              {line.name}
            </bdi>
            {line.active === false ? <Chip tone="warning">inactive</Chip> : null}
          </Link>
        ),
      },
      { id: 'detail', header: detail, width: 240, value: (line) => line.detail, cell: (line) => (kind === 'user' || kind === 'group' ? line.detail : <Mono text={line.detail ?? ''} />) },
      {
        id: 'groups',
        header: 'In groups',
        width: 280,
        wide: true,
        cell: (line) => (
          <span className="flex gap-1" title={line.groups.join(', ')}>
            {line.groups.slice(0, 3).map((group) => (
              <Chip key={group}>{group}</Chip>
            ))}
            {line.groups.length > 3 ? <span className="text-ink-faint">and {line.groups.length - 3} more</span> : null}
          </span>
        ),
      },
    ],
    [kind, detail],
  );
  const wanted = text.trim().toLowerCase();
  const shown = wanted ? lines.filter((line) => `${line.name} ${line.detail ?? ''}`.toLowerCase().includes(wanted)) : lines;
  return (
    <Page title={title}>
      <PageHeader title={title} about={about} actions={admin ? create : null} />
      <Loaded query={query} what={`The ${noun} could not be listed`}>
        {(data) => (
          <div className="flex min-h-0 flex-1 flex-col">
            {lines.length > 0 ? (
              <div className="flex items-center gap-3 px-5 pb-2.5">
                <SearchInput value={text} onChange={setText} label={`Filter ${noun}`} className="w-60" />
                <span className="text-ink-faint">{wanted ? `${shown.length} of ${data.total}` : data.total}</span>
              </div>
            ) : null}
            <DataTable
              name={`settings.${kind}`}
              label={title}
              columns={columns}
              items={shown}
              id={(line) => line.id}
              empty={
                wanted ? (
                  <Empty icon={Search} title={`No ${noun} match`}>
                    The filter “{text}” hides all {lines.length}.
                  </Empty>
                ) : (
                  <Empty icon={icon} title={`No ${noun} yet`} action={admin ? create : null}>
                    {about}
                  </Empty>
                )
              }
            />
          </div>
        )}
      </Loaded>
      {children}
    </Page>
  );
}

const names = (groups: { display?: string }[] | undefined) => (groups ?? []).map((group) => group.display ?? '');
const person = z.object({ userName: z.email('Give an e-mail address.'), displayName: z.string() });
const named = z.object({ name: z.string().trim().min(1, 'Give it a name.') });

/** Everybody who can sign in. */
export function UsersPage() {
  const query = useQuery(usersQuery);
  const queries = useQueryClient();
  const dialog = useDialog('user');
  const [link, setLink] = useState<string>();
  return (
    <PrincipalsPage
      kind="user"
      title="People"
      about="Everybody who can sign in to this workspace."
      icon={UsersRound}
      noun="people"
      detail="Display name"
      query={query}
      lines={(query.data?.items ?? []).map((user) => ({
        id: user.id ?? '',
        name: user.userName ?? '',
        detail: user.displayName,
        groups: names(user.groups),
        active: user.active,
      }))}
      create={
        <Button look="primary" onClick={dialog.show}>
          <Plus /> Add person
        </Button>
      }
    >
      <FormDialog
        open={dialog.open}
        onClose={dialog.hide}
        title="Add a person"
        about="They get a link by which they sign in once and choose a password."
        action="Add person"
        schema={person}
        defaults={{ userName: '', displayName: '' }}
        submit={async (values) => {
          await usersV2.create({ userName: values.userName, displayName: values.displayName || undefined });
          setLink(await signInLink(values.userName));
          await queries.invalidateQueries({ queryKey: ['users'] });
        }}
      >
        {(form) => (
          <>
            <FormField form={form} name="userName" label="E-mail address">
              <Input type="email" />
            </FormField>
            <FormField form={form} name="displayName" label="Display name" optional>
              <Input />
            </FormField>
          </>
        )}
      </FormDialog>
      <ShownOnce
        secret={link}
        title="Their sign-in link"
        about="Send it to them by a way that you trust. It works once, within 24 hours."
        label="Sign-in link"
        onClose={() => setLink(undefined)}
      />
    </PrincipalsPage>
  );
}

/** Groups: rights are best given to these. */
export function GroupsPage() {
  const query = useQuery(groupsQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const dialog = useDialog('group');
  return (
    <PrincipalsPage
      kind="group"
      title="Groups"
      about="Rights are best granted to groups: people come and go."
      icon={Users}
      noun="groups"
      detail="Members"
      query={query}
      lines={(query.data?.items ?? []).map((group) => ({
        id: group.id ?? '',
        name: group.displayName ?? '',
        detail: group.displayName === 'users' ? 'everybody' : `${group.members?.length ?? 0}`,
        groups: names(group.groups),
      }))}
      create={
        <Button look="primary" onClick={dialog.show}>
          <Plus /> Create group
        </Button>
      }
    >
      <FormDialog
        open={dialog.open}
        onClose={dialog.hide}
        title="Create a group"
        action="Create group"
        schema={named}
        defaults={{ name: '' }}
        submit={async (values) => {
          const made = await groupsV2.create({ displayName: values.name });
          notify('success', `Created group ${values.name}`);
          await queries.invalidateQueries({ queryKey: ['groups'] });
          await navigate({ to: objectPath('group', made.id ?? '') });
        }}
      >
        {(form) => (
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
        )}
      </FormDialog>
    </PrincipalsPage>
  );
}

/** What signs in without being a person. */
export function ServicePrincipalsPage() {
  const query = useQuery(servicePrincipalsQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const dialog = useDialog('service-principal');
  return (
    <PrincipalsPage
      kind="service-principal"
      title="Service principals"
      about="Identities of programs: jobs, pipelines, Terraform."
      icon={UserCog}
      noun="service principals"
      detail="Application id"
      query={query}
      lines={(query.data?.items ?? []).map((service) => ({
        id: service.id ?? '',
        name: service.displayName ?? service.applicationId ?? '',
        detail: service.applicationId,
        groups: names(service.groups),
        active: service.active,
      }))}
      create={
        <Button look="primary" onClick={dialog.show}>
          <Plus /> Create service principal
        </Button>
      }
    >
      <FormDialog
        open={dialog.open}
        onClose={dialog.hide}
        title="Create a service principal"
        action="Create service principal"
        schema={named}
        defaults={{ name: '' }}
        submit={async (values) => {
          const made = await servicePrincipalsV2.create({ displayName: values.name });
          notify('success', `Created service principal ${values.name}`);
          await queries.invalidateQueries({ queryKey: ['service-principals'] });
          await navigate({ to: objectPath('service-principal', made.id ?? '') });
        }}
      >
        {(form) => (
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
        )}
      </FormDialog>
    </PrincipalsPage>
  );
}
