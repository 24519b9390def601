import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { externalLocations, storageCredentials } from '../../../shared/api/generated/catalog';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Chip } from '../../../shared/ui/chip';
import { credentialsQuery, locationQuery } from '../api';
import { Section } from '../parts/details-tab';
import { ObjectFrame, TabBody } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { PermissionsTab } from '../parts/permissions-tab';

const TABS = [
  { id: 'details', label: 'Details' },
  { id: 'permissions', label: 'Permissions' },
] as const;

/** An external location: its address, its credential, who may use it. */
export function LocationPage() {
  const { name = '' } = useParams({ strict: false });
  const { tab = 'details' } = useSearch({ strict: false }) as { tab?: string };
  const query = useQuery(locationQuery(name));
  return (
    <ObjectLoaded kind="location" fullName={name} query={query}>
      {(location) => (
        <ObjectFrame
          kind="location"
          fullName={name}
          chips={location.read_only ? <Chip>read only</Chip> : null}
          about={location.comment}
          tabs={TABS}
          tab={tab}
          drop={{ title: 'Drop', warning: 'Its files stay. Tables and volumes below it keep it from being dropped.', run: () => externalLocations.delete({ name }) }}
        >
          {tab === 'details' ? (
            <TabBody>
              <Section title="About this location">
                <Facts
                  facts={[
                    ['Address', location.url ? <Mono text={location.url} /> : undefined],
                    ['Credential', location.credential_name],
                    ['Owner', location.owner],
                    ['Created', location.created_at ? <><Time at={location.created_at} /> by {location.created_by}</> : undefined],
                  ]}
                />
              </Section>
            </TabBody>
          ) : (
            <PermissionsTab
              type="EXTERNAL_LOCATION"
              fullName={name}
              owner={location.owner}
              levels={[{ type: 'EXTERNAL_LOCATION', name, owner: location.owner }]}
            />
          )}
        </ObjectFrame>
      )}
    </ObjectLoaded>
  );
}

/** A storage credential: who owns it and who may use it. */
export function CredentialPage() {
  const { name = '' } = useParams({ strict: false });
  const { tab = 'details' } = useSearch({ strict: false }) as { tab?: string };
  const query = useQuery({ queryKey: [...credentialsQuery.queryKey, name], queryFn: () => storageCredentials.get({ name }) });
  return (
    <ObjectLoaded kind="credential" fullName={name} query={query}>
      {(credential) => (
        <ObjectFrame
          kind="credential"
          fullName={name}
          about={credential.comment}
          tabs={TABS}
          tab={tab}
          drop={{ title: 'Drop', warning: 'Locations that use it keep it from being dropped.', run: () => storageCredentials.delete({ name }) }}
        >
          {tab === 'details' ? (
            <TabBody>
              <Section title="About this credential">
                <Facts
                  facts={[
                    ['Owner', credential.owner],
                    ['AWS role', credential.aws_iam_role?.role_arn],
                    ['Created', credential.created_at ? <><Time at={credential.created_at} /> by {credential.created_by}</> : undefined],
                  ]}
                />
              </Section>
            </TabBody>
          ) : (
            <PermissionsTab
              type="STORAGE_CREDENTIAL"
              fullName={name}
              owner={credential.owner}
              levels={[{ type: 'STORAGE_CREDENTIAL', name, owner: credential.owner }]}
            />
          )}
        </ObjectFrame>
      )}
    </ObjectLoaded>
  );
}
