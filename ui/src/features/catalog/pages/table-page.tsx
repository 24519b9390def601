import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { SquareTerminal } from 'lucide-react';
import { tables, type TableInfo } from '../../../shared/api/generated/catalog';
import { quoted } from '../../../shared/navigation/paths';
import { literal, useCommand } from '../../../shared/statements/use-statement';
import { Chip } from '../../../shared/ui/chip';
import { catalogQuery, schemaQuery, tableQuery } from '../api';
import { ColumnsTab } from '../parts/columns-tab';
import { CommentEditor } from '../parts/comment-editor';
import { DetailsTab } from '../parts/details-tab';
import { EditorLink } from '../parts/editor-link';
import { HistoryTab } from '../parts/history-tab';
import { ObjectFrame } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { PermissionsTab } from '../parts/permissions-tab';
import { SampleTab } from '../parts/sample-tab';
import { UsageTab } from '../parts/usage-tab';

/** A table or view: columns, rows, details, permissions, versions. */
export function TablePage() {
  const { catalog = '', schema = '', table = '' } = useParams({ strict: false });
  const fullName = `${catalog}.${schema}.${table}`;
  const query = useQuery(tableQuery(fullName));
  return (
    <ObjectLoaded kind="table" fullName={fullName} query={query}>
      {(info) => <Shown table={info} fullName={fullName} />}
    </ObjectLoaded>
  );
}

function Shown({ table, fullName }: { table: TableInfo; fullName: string }) {
  const { tab = 'columns' } = useSearch({ strict: false }) as { tab?: string };
  const queries = useQueryClient();
  const run = useCommand();
  const isView = table.table_type?.includes('VIEW') ?? false;
  const isDelta = !isView && table.data_source_format === 'DELTA';
  const [catalog = '', schema = ''] = fullName.split('.');
  const catalogOwner = useQuery(catalogQuery(catalog)).data?.owner;
  const schemaOwner = useQuery(schemaQuery(`${catalog}.${schema}`)).data?.owner;
  const tabs = [
    { id: 'columns', label: 'Columns' },
    { id: 'sample', label: 'Sample data' },
    { id: 'details', label: 'Details' },
    { id: 'permissions', label: 'Permissions' },
    ...(isDelta ? [{ id: 'history', label: 'History' }] : []),
    { id: 'usage', label: 'Usage' },
  ];
  const saveComment = async (comment: string) => {
    await run(`COMMENT ON ${isView ? 'VIEW' : 'TABLE'} ${quoted(fullName)} IS ${literal(comment)}`);
    await queries.invalidateQueries(tableQuery(fullName));
  };
  return (
    <ObjectFrame
      kind={isView ? 'view' : 'table'}
      fullName={fullName}
      chips={
        <>
          <Chip>{table.table_type?.toLowerCase().replaceAll('_', ' ')}</Chip>
          {table.data_source_format && !isView ? <Chip tone="accent">{table.data_source_format}</Chip> : null}
        </>
      }
      about={<CommentEditor text={table.comment} label={fullName} save={saveComment} />}
      tabs={tabs}
      tab={tab}
      actions={
        <EditorLink look="primary" text={`SELECT *\nFROM ${quoted(fullName)}\nLIMIT 100`}>
          <SquareTerminal /> Query
        </EditorLink>
      }
      drop={{
        title: 'Drop',
        warning: isView
          ? 'What reads from the view fails afterwards.'
          : table.table_type === 'EXTERNAL'
            ? 'Its files stay where they are.'
            : `It can be brought back for 7 days: UNDROP TABLE ${quoted(fullName)}.`,
        run: () => tables.delete({ fullName }),
      }}
    >
      {tab === 'columns' ? <ColumnsTab table={table} /> : null}
      {tab === 'sample' ? <SampleTab fullName={fullName} owner={table.owner} /> : null}
      {tab === 'details' ? <DetailsTab table={table} /> : null}
      {tab === 'permissions' ? (
        <PermissionsTab
          type="TABLE"
          fullName={fullName}
          owner={table.owner}
          levels={[
            { type: 'CATALOG', name: catalog, owner: catalogOwner },
            { type: 'SCHEMA', name: `${catalog}.${schema}`, owner: schemaOwner },
            { type: 'TABLE', name: fullName, owner: table.owner },
          ]}
        />
      ) : null}
      {tab === 'history' && isDelta ? <HistoryTab fullName={fullName} canRestore /> : null}
      {tab === 'usage' ? <UsageTab fullName={fullName} /> : null}
    </ObjectFrame>
  );
}
