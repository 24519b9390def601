import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Database, Plus } from 'lucide-react';
import { useState } from 'react';
import { catalogs, type CatalogInfo } from '../../../shared/api/generated/catalog';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { catalogQuery, schemaPages } from '../api';
import { CommentEditor } from '../parts/comment-editor';
import { CreateSchema } from '../parts/create-dialogs';
import { Section } from '../parts/details-tab';
import { ObjectFrame, TabBody } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { ObjectList } from '../parts/object-list';
import { PermissionsTab } from '../parts/permissions-tab';

const TABS = [
  { id: 'schemas', label: 'Schemas' },
  { id: 'details', label: 'Details' },
  { id: 'permissions', label: 'Permissions' },
] as const;

/** A catalog: its schemas, who owns it, who may use it. */
export function CatalogPage() {
  const { catalog = '' } = useParams({ strict: false });
  const query = useQuery(catalogQuery(catalog));
  return (
    <ObjectLoaded kind="catalog" fullName={catalog} query={query}>
      {(info) => <Shown catalog={info} name={catalog} />}
    </ObjectLoaded>
  );
}

function Shown({ catalog, name }: { catalog: CatalogInfo; name: string }) {
  const { tab = 'schemas' } = useSearch({ strict: false }) as { tab?: string };
  const queries = useQueryClient();
  const [creating, setCreating] = useState(false);
  const saveComment = async (comment: string) => {
    await catalogs.update({ name, comment });
    await queries.invalidateQueries({ queryKey: ['catalog', name] });
  };
  return (
    <ObjectFrame
      kind="catalog"
      fullName={name}
      chips={catalog.catalog_type && catalog.catalog_type !== 'MANAGED_CATALOG' ? <Chip>{catalog.catalog_type.replace('_CATALOG', '').toLowerCase()}</Chip> : null}
      about={<CommentEditor text={catalog.comment} label={name} save={saveComment} />}
      tabs={TABS}
      tab={tab}
      actions={
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus /> Create schema
        </Button>
      }
      drop={{
        title: 'Drop',
        warning: 'Its schemas, tables, volumes and functions go with it, and the files of managed ones. This cannot be undone.',
        typed: true,
        run: () => catalogs.delete({ name, force: true }),
      }}
    >
      {tab === 'details' ? <Details catalog={catalog} /> : null}
      {tab === 'permissions' ? (
        <PermissionsTab type="CATALOG" fullName={name} owner={catalog.owner} levels={[{ type: 'CATALOG', name, owner: catalog.owner }]} />
      ) : null}
      {tab === 'schemas' ? <Schemas catalog={name} onCreate={() => setCreating(true)} /> : null}
      <CreateSchema open={creating} onClose={() => setCreating(false)} catalog={name} />
    </ObjectFrame>
  );
}

function Schemas({ catalog, onCreate }: { catalog: string; onCreate: () => void }) {
  const list = useInfiniteQuery(schemaPages(catalog));
  return (
    <Loaded query={list} what="The schemas could not be listed">
      {(data) => (
        <ObjectList
          name="schemas"
          label={`Schemas of ${catalog}`}
          noun="schemas"
          objects={data.pages.flatMap((page) =>
            (page.schemas ?? []).map((schema) => ({
              kind: 'schema' as const,
              name: schema.name ?? '',
              fullName: schema.full_name ?? '',
              owner: schema.owner,
              comment: schema.comment,
              createdAt: schema.created_at,
            })),
          )}
          hasMore={list.hasNextPage}
          onEnd={() => (list.hasNextPage && !list.isFetchingNextPage ? void list.fetchNextPage() : undefined)}
          empty={
            <Empty
              icon={Database}
              title="No schema yet"
              action={
                <Button look="primary" onClick={onCreate}>
                  <Plus /> Create schema
                </Button>
              }
            >
              Schemas hold the tables, volumes and functions of a catalog.
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}

function Details({ catalog }: { catalog: CatalogInfo }) {
  const properties = Object.entries(catalog.properties ?? {});
  return (
    <TabBody>
      <Section title="About this catalog">
        <Facts
          facts={[
            ['Owner', catalog.owner],
            ['Created', catalog.created_at ? <><Time at={catalog.created_at} /> by {catalog.created_by}</> : undefined],
            ['Updated', catalog.updated_at ? <><Time at={catalog.updated_at} /> by {catalog.updated_by}</> : undefined],
            ['Isolation', catalog.isolation_mode?.toLowerCase()],
            ['Storage', catalog.storage_location ? <Mono text={catalog.storage_location} /> : 'the metastore’s own'],
          ]}
        />
      </Section>
      {properties.length > 0 ? (
        <Section title="Properties">
          <Facts facts={properties} />
        </Section>
      ) : null}
    </TabBody>
  );
}

