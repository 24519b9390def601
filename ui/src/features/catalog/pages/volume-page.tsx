import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { volumes, type VolumeInfo } from '../../../shared/api/generated/catalog';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Chip } from '../../../shared/ui/chip';
import { catalogQuery, schemaQuery, volumeQuery } from '../api';
import { CommentEditor } from '../parts/comment-editor';
import { Section } from '../parts/details-tab';
import { ObjectFrame, TabBody } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { PermissionsTab } from '../parts/permissions-tab';

const TABS = [
  { id: 'details', label: 'Details' },
  { id: 'permissions', label: 'Permissions' },
] as const;

/** A volume: where its files are, and who may read and write them. */
export function VolumePage() {
  const { catalog = '', schema = '', volume = '' } = useParams({ strict: false });
  const fullName = `${catalog}.${schema}.${volume}`;
  const query = useQuery(volumeQuery(fullName));
  return (
    <ObjectLoaded kind="volume" fullName={fullName} query={query}>
      {(info) => <Shown volume={info} fullName={fullName} />}
    </ObjectLoaded>
  );
}

function Shown({ volume, fullName }: { volume: VolumeInfo; fullName: string }) {
  const { tab = 'details' } = useSearch({ strict: false }) as { tab?: string };
  const queries = useQueryClient();
  const [catalog = '', schema = ''] = fullName.split('.');
  const catalogOwner = useQuery(catalogQuery(catalog)).data?.owner;
  const schemaOwner = useQuery(schemaQuery(`${catalog}.${schema}`)).data?.owner;
  const saveComment = async (comment: string) => {
    await volumes.update({ name: fullName, comment });
    await queries.invalidateQueries(volumeQuery(fullName));
  };
  const managed = volume.volume_type === 'MANAGED';
  return (
    <ObjectFrame
      kind="volume"
      fullName={fullName}
      chips={<Chip>{volume.volume_type?.toLowerCase()}</Chip>}
      about={<CommentEditor text={volume.comment} label={fullName} save={saveComment} />}
      tabs={TABS}
      tab={tab}
      drop={{
        title: 'Drop',
        warning: managed ? 'Its files go with it. This cannot be undone.' : 'Its files stay where they are.',
        typed: managed,
        run: () => volumes.delete({ name: fullName }),
      }}
    >
      {tab === 'details' ? (
        <TabBody>
          <Section title="About this volume">
            <Facts
              facts={[
                ['Path', <Mono key="path" text={`/Volumes/${fullName.replaceAll('.', '/')}`} />],
                ['Owner', volume.owner],
                ['Created', volume.created_at ? <><Time at={volume.created_at} /> by {volume.created_by}</> : undefined],
                ['Location', volume.storage_location ? <Mono text={volume.storage_location} /> : undefined],
                ['Volume id', volume.volume_id ? <Mono text={volume.volume_id} /> : undefined],
              ]}
            />
          </Section>
        </TabBody>
      ) : (
        <PermissionsTab
          type="VOLUME"
          fullName={fullName}
          owner={volume.owner}
          levels={[
            { type: 'CATALOG', name: catalog, owner: catalogOwner },
            { type: 'SCHEMA', name: `${catalog}.${schema}`, owner: schemaOwner },
            { type: 'VOLUME', name: fullName, owner: volume.owner },
          ]}
        />
      )}
    </ObjectFrame>
  );
}
