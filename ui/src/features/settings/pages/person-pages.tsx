import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Ban, CircleCheck, KeyRound, Link2, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { servicePrincipalsV2, usersV2, type ComplexValue } from '../../../shared/api/generated/iam';
import { servicePrincipalSecretsProxy } from '../../../shared/api/generated/oauth2';
import { useSession } from '../../../shared/api/session';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Page, PageBody, PageHeader } from '../../../shared/layout/page';
import { objectPath } from '../../../shared/navigation/paths';
import { useVisit, type Place } from '../../../shared/navigation/places';
import { notify } from '../../../shared/notices/notices';
import { ErrorNote } from '../../../shared/states/error-note';
import { Loaded } from '../../../shared/states/loaded';
import { Button, IconButton } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Confirm } from '../../../shared/ui/confirm';
import { signInLink } from '../api';
import { ShownOnce } from '../parts/shown-once';

function Groups({ groups }: { groups: ComplexValue[] | undefined }) {
  return groups?.length ? (
    <span className="flex flex-wrap gap-1">
      {groups.map((group) => (
        <Chip key={group.value}>{group.display}</Chip>
      ))}
    </span>
  ) : (
    <span className="text-ink-faint">none</span>
  );
}

interface PrincipalFrameProps {
  kind: 'user' | 'service-principal';
  id: string;
  title: string;
  list: { label: string; path: string };
  active: boolean;
  setActive: (active: boolean) => Promise<unknown>;
  remove: () => Promise<unknown>;
  actions?: ReactNode;
  children: ReactNode;
}

function PrincipalFrame({ kind, id, title, list, active, setActive, remove, actions, children }: PrincipalFrameProps) {
  const admin = useSession().admin;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const place: Place = { kind, name: title, path: objectPath(kind, id) };
  useVisit(place);
  const refresh = () => queries.invalidateQueries({ predicate: (query) => [kind, `${kind}s`].includes(String(query.queryKey[0])) });
  const toggle = async () => {
    try {
      await setActive(!active);
      notify('success', active ? `${title} can no longer sign in` : `${title} can sign in again`);
      await refresh();
    } catch (error) {
      notify('danger', error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Page title={title}>
      <PageHeader
        title={title}
        kind={kind}
        trail={[list]}
        favourite={place}
        chips={active ? null : <Chip tone="warning">inactive</Chip>}
        actions={
          admin ? (
            <>
              {actions}
              <Button onClick={() => void toggle()}>
                {active ? <Ban /> : <CircleCheck />} {active ? 'Deactivate' : 'Activate'}
              </Button>
              <Button look="danger" onClick={() => setRemoving(true)}>
                <Trash2 /> Remove
              </Button>
            </>
          ) : null
        }
      />
      <PageBody>{children}</PageBody>
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Remove ${title}?`}
        action="Remove"
        typed={title}
        run={async () => {
          await remove();
          notify('success', `Removed ${title}`);
          await navigate({ to: list.path });
          await refresh();
        }}
      >
        Their tokens, sessions and grants go with them. What they own stays, without an owner. To only keep them out, deactivate them.
      </Confirm>
    </Page>
  );
}

/** One person: their groups, whether they may sign in, a new link to do so. */
export function UserPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['user', id], queryFn: () => usersV2.get({ id }) });
  const [link, setLink] = useState<string>();
  return (
    <Loaded query={query} what="The person could not be read">
      {(user) => (
        <PrincipalFrame
          kind="user"
          id={id}
          title={user.userName ?? id}
          list={{ label: 'People', path: '/settings/users' }}
          active={user.active !== false}
          setActive={(active) => usersV2.patch({ id, ...activity(active) })}
          remove={() => usersV2.delete({ id })}
          actions={
            <Button
              onClick={() =>
                void signInLink(user.userName ?? '').then(setLink, (error: Error) => notify('danger', error.message))
              }
            >
              <Link2 /> Sign-in link
            </Button>
          }
        >
          <div className="max-w-2xl">
            <Facts
              facts={[
                ['User name', user.userName],
                ['Display name', user.displayName],
                ['Id', <Mono key="id" text={user.id ?? ''} />],
                ['Groups', <Groups key="groups" groups={user.groups} />],
                ['Entitlements', <Groups key="entitlements" groups={user.entitlements?.map((e) => ({ value: e.value, display: e.value }))} />],
              ]}
            />
          </div>
          <ShownOnce
            secret={link}
            title={`A sign-in link for ${user.userName}`}
            about="Send it to them by a way that you trust. It works once, within 24 hours, and lets them choose a new password."
            label="Sign-in link"
            onClose={() => setLink(undefined)}
          />
        </PrincipalFrame>
      )}
    </Loaded>
  );
}

function activity(active: boolean) {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp' as const],
    Operations: [{ op: 'replace' as const, path: 'active', value: active }],
  };
}

/** One service principal, and the secrets that it signs in with. */
export function ServicePrincipalPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['service-principal', id], queryFn: () => servicePrincipalsV2.get({ id }) });
  return (
    <Loaded query={query} what="The service principal could not be read">
      {(service) => (
        <PrincipalFrame
          kind="service-principal"
          id={id}
          title={service.displayName ?? service.applicationId ?? id}
          list={{ label: 'Service principals', path: '/settings/service-principals' }}
          active={service.active !== false}
          setActive={(active) => servicePrincipalsV2.patch({ id, ...activity(active) })}
          remove={() => servicePrincipalsV2.delete({ id })}
        >
          <div className="max-w-2xl">
            <Facts
              facts={[
                ['Application id', <Mono key="application" text={service.applicationId ?? ''} />],
                ['Id', <Mono key="id" text={service.id ?? ''} />],
                ['Groups', <Groups key="groups" groups={service.groups} />],
              ]}
            />
            <Secrets id={id} />
          </div>
        </PrincipalFrame>
      )}
    </Loaded>
  );
}

function Secrets({ id }: { id: string }) {
  const key = ['service-principal', id, 'secrets'];
  const query = useQuery({
    queryKey: key,
    queryFn: () => servicePrincipalSecretsProxy.list({ servicePrincipalId: id }).then((answer) => answer.secrets ?? []),
  });
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const create = async () => {
    try {
      setSecret((await servicePrincipalSecretsProxy.create({ servicePrincipalId: id })).secret);
      await queries.invalidateQueries({ queryKey: key });
    } catch (error) {
      notify('danger', error instanceof Error ? error.message : String(error));
    }
  };
  const remove = async (secretId: string) => {
    await servicePrincipalSecretsProxy.delete({ servicePrincipalId: id, secretId });
    notify('success', 'Deleted the secret');
    await queries.invalidateQueries({ queryKey: key });
  };
  return (
    <section className="mt-8">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="flex-1 text-lg font-semibold">OAuth secrets</h2>
        <Button onClick={() => void create()}>
          <Plus /> Create secret
        </Button>
      </div>
      {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
      <ul className="border-line divide-line divide-y rounded-md border">
        {query.data?.map((item) => (
          <li key={item.id} className="flex items-center gap-3 px-3 py-1.5">
            <KeyRound aria-hidden className="text-ink-faint size-4" />
            <span className="min-w-0 flex-1">
              <Mono text={item.id ?? ''} />
            </span>
            <span className="text-ink-faint">
              created <Time at={Date.parse(item.create_time ?? '') || undefined} />
            </span>
            <IconButton label="Delete the secret" onClick={() => void remove(item.id ?? '')}>
              <Trash2 />
            </IconButton>
          </li>
        ))}
        {query.data?.length === 0 ? <li className="text-ink-soft px-3 py-4">No secret yet: it cannot sign in by OAuth.</li> : null}
      </ul>
      <ShownOnce
        secret={secret}
        title="The new secret"
        about="For client credentials: the application id is the client id, this is the client secret."
        label="Secret"
        onClose={() => setSecret(undefined)}
      />
    </section>
  );
}
