import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { FileUp, FolderOpen, FolderPlus, SquareFunction, SquareTerminal, Table2 } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { schemas, type SchemaInfo } from '../../../shared/api/generated/catalog';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import { quoted } from '../../../shared/navigation/paths';
import { useDialog } from '../../../shared/routing/use-dialog';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { catalogQuery, functionPages, schemaQuery, tablePages, volumePages } from '../api';
import { CommentEditor } from '../parts/comment-editor';
import { CreateVolume } from '../parts/create-dialogs';
import { Section } from '../parts/details-tab';
import { EditorLink } from '../parts/editor-link';
import { ImportDialog } from '../parts/import-dialog';
import { ObjectFrame, TabBody } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { ObjectList } from '../parts/object-list';
import { PermissionsTab } from '../parts/permissions-tab';

const TABS = [
  { id: 'tables', label: 'Tables' },
  { id: 'volumes', label: 'Volumes' },
  { id: 'functions', label: 'Functions' },
  { id: 'details', label: 'Details' },
  { id: 'permissions', label: 'Permissions' },
] as const;

/** A schema: what is in it, who owns it, who may use it. */
export function SchemaPage() {
  const { catalog = '', schema = '' } = useParams({ strict: false });
  const fullName = `${catalog}.${schema}`;
  const query = useQuery(schemaQuery(fullName));
  return (
    <ObjectLoaded kind="schema" fullName={fullName} query={query}>
      {(info) => <Shown schema={info} fullName={fullName} catalog={catalog} />}
    </ObjectLoaded>
  );
}

function Shown({ schema, fullName, catalog }: { schema: SchemaInfo; fullName: string; catalog: string }) {
  const { tab = 'tables' } = useSearch({ strict: false }) as { tab?: string };
  const queries = useQueryClient();
  const parent = useQuery(catalogQuery(catalog)).data;
  const [creating, setCreating] = useState(false);
  const { open: importing, show: showImport, hide: hideImport } = useDialog('table');
  const [dropped, setDropped] = useState<File>();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      setOver(event.type === 'dragover');
    }
  };
  const drop = (event: DragEvent) => {
    drag(event);
    const file = event.dataTransfer.files[0];
    if (file) {
      setDropped(file);
      showImport();
    }
  };
  const saveComment = async (comment: string) => {
    await schemas.update({ fullName, comment });
    await queries.invalidateQueries({ queryKey: ['schema', fullName] });
  };
  const properties = Object.entries(schema.properties ?? {});
  return (
    <ObjectFrame
      kind="schema"
      fullName={fullName}
      about={<CommentEditor text={schema.comment} label={fullName} save={saveComment} />}
      tabs={TABS}
      tab={tab}
      actions={
        <>
          <Button look="primary" onClick={showImport}>
            <FileUp /> Create table
          </Button>
          <Button onClick={() => setCreating(true)}>
            <FolderPlus /> Create volume
          </Button>
        </>
      }
      drop={{
        title: 'Drop',
        warning: 'Its tables, volumes and functions go with it, and the files of managed ones. This cannot be undone.',
        typed: true,
        run: () => schemas.delete({ fullName, force: true }),
      }}
    >
      {tab === 'tables' ? (
        // A file may be dropped anywhere on the list; "Create table" is the same for the keyboard.
        <div className={`flex min-h-0 flex-1 flex-col ${over ? 'bg-accent-soft' : ''}`} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
          {over ? <p className="text-accent px-5 pt-2 font-medium">Drop the file to make a table of it</p> : null}
          <Tables schema={fullName} onImport={showImport} />
        </div>
      ) : null}
      {tab === 'volumes' ? <Volumes schema={fullName} onCreate={() => setCreating(true)} /> : null}
      {tab === 'functions' ? <Functions schema={fullName} /> : null}
      {tab === 'details' ? (
        <TabBody>
          <Section title="About this schema">
            <Facts
              facts={[
                ['Owner', schema.owner],
                ['Created', schema.created_at ? <><Time at={schema.created_at} /> by {schema.created_by}</> : undefined],
                ['Updated', schema.updated_at ? <><Time at={schema.updated_at} /> by {schema.updated_by}</> : undefined],
                ['Storage', schema.storage_location ? <Mono text={schema.storage_location} /> : 'the catalog’s own'],
              ]}
            />
          </Section>
          {properties.length > 0 ? (
            <Section title="Properties">
              <Facts facts={properties} />
            </Section>
          ) : null}
        </TabBody>
      ) : null}
      {tab === 'permissions' ? (
        <PermissionsTab
          type="SCHEMA"
          fullName={fullName}
          owner={schema.owner}
          levels={[
            { type: 'CATALOG', name: catalog, owner: parent?.owner },
            { type: 'SCHEMA', name: fullName, owner: schema.owner },
          ]}
        />
      ) : null}
      <ImportDialog
        open={importing}
        schema={fullName}
        dropped={dropped}
        onClose={() => {
          setDropped(undefined);
          hideImport();
        }}
      />
      <CreateVolume open={creating} onClose={() => setCreating(false)} schema={fullName} />
    </ObjectFrame>
  );
}

function Tables({ schema, onImport }: { schema: string; onImport: () => void }) {
  const list = useInfiniteQuery(tablePages(schema));
  return (
    <Loaded query={list} what="The tables could not be listed">
      {(data) => (
        <ObjectList
          name="tables"
          label={`Tables of ${schema}`}
          noun="tables"
          objects={data.pages.flatMap((page) =>
            (page.tables ?? []).map((table) => ({
              kind: table.table_type?.includes('VIEW') ? ('view' as const) : ('table' as const),
              name: table.name ?? '',
              fullName: table.full_name ?? '',
              owner: table.owner,
              comment: table.comment,
              detail: [table.table_type?.toLowerCase().replaceAll('_', ' '), table.data_source_format].filter(Boolean).join(', '),
              createdAt: table.created_at,
            })),
          )}
          hasMore={list.hasNextPage}
          onEnd={() => (list.hasNextPage && !list.isFetchingNextPage ? void list.fetchNextPage() : undefined)}
          empty={
            <Empty
              icon={Table2}
              title="No table yet"
              action={
                <>
                  <Button look="primary" onClick={onImport}>
                    <FileUp /> Create a table from a file
                  </Button>
                  <EditorLink text={`CREATE TABLE ${quoted(schema)}.my_table (id BIGINT, name STRING)`}>
                    <SquareTerminal /> Create a table in SQL
                  </EditorLink>
                </>
              }
            >
              Tables that you make, and those that are granted to you, appear here.
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}

function Volumes({ schema, onCreate }: { schema: string; onCreate: () => void }) {
  const list = useInfiniteQuery(volumePages(schema));
  return (
    <Loaded query={list} what="The volumes could not be listed">
      {(data) => (
        <ObjectList
          name="volumes"
          label={`Volumes of ${schema}`}
          noun="volumes"
          objects={data.pages.flatMap((page) =>
            (page.volumes ?? []).map((volume) => ({
              kind: 'volume' as const,
              name: volume.name ?? '',
              fullName: volume.full_name ?? '',
              owner: volume.owner,
              comment: volume.comment,
              detail: volume.volume_type?.toLowerCase(),
              createdAt: volume.created_at,
            })),
          )}
          hasMore={list.hasNextPage}
          onEnd={() => (list.hasNextPage && !list.isFetchingNextPage ? void list.fetchNextPage() : undefined)}
          empty={
            <Empty
              icon={FolderOpen}
              title="No volume yet"
              action={
                <Button look="primary" onClick={onCreate}>
                  <FolderPlus /> Create volume
                </Button>
              }
            >
              A volume is a folder of files with permissions.
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}

function Functions({ schema }: { schema: string }) {
  const list = useInfiniteQuery(functionPages(schema));
  return (
    <Loaded query={list} what="The functions could not be listed">
      {(data) => (
        <ObjectList
          name="functions"
          label={`Functions of ${schema}`}
          noun="functions"
          detail="Returns"
          objects={data.pages.flatMap((page) =>
            (page.functions ?? []).map((item) => ({
              kind: 'function' as const,
              name: item.name ?? '',
              fullName: item.full_name ?? '',
              owner: item.owner,
              comment: item.comment,
              detail: item.full_data_type,
              createdAt: item.created_at,
            })),
          )}
          hasMore={list.hasNextPage}
          empty={
            <Empty icon={SquareFunction} title="No function yet">
              Functions that are made in SQL or by an SDK appear here.
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}
