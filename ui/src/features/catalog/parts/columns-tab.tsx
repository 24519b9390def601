import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ColumnInfo, TableInfo } from '../../../shared/api/generated/catalog';
import { identifier, quoted } from '../../../shared/navigation/paths';
import { literal, useCommand } from '../../../shared/statements/use-statement';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { Empty } from '../../../shared/states/empty';
import { Tip } from '../../../shared/ui/tip';
import { SearchInput } from '../../../shared/ui/input';
import { tableQuery } from '../api';
import { CommentEditor } from './comment-editor';

/** The columns of a table; a thousand of them are as good as ten. */
export function ColumnsTab({ table }: { table: TableInfo }) {
  const [text, setText] = useState('');
  const run = useCommand();
  const queries = useQueryClient();
  const fullName = table.full_name ?? '';
  const isView = table.table_type?.includes('VIEW') ?? false;
  const keys = useMemo(() => keyColumns(table), [table]);
  const columns = useMemo((): TableColumn<ColumnInfo>[] => {
    const saveComment = async (column: string, comment: string) => {
      await run(`ALTER TABLE ${quoted(fullName)} ALTER COLUMN ${identifier(column)} COMMENT ${literal(comment)}`);
      await queries.invalidateQueries(tableQuery(fullName));
    };
    return [
      {
        id: 'name',
        header: 'Column',
        width: 220,
        value: (column) => column.name,
        cell: (column) => (
          <span className="flex min-w-0 items-center gap-1.5">
            <bdi className="truncate font-medium" title={column.name}>
              {column.name}
            </bdi>
            {keys.has(column.name ?? '') ? (
              <Tip text={keys.get(column.name ?? '')}>
                <KeyRound aria-label={keys.get(column.name ?? '')} className="text-warning size-3 shrink-0" />
              </Tip>
            ) : null}
          </span>
        ),
      },
      {
        id: 'type',
        header: 'Type',
        width: 170,
        value: (column) => column.type_text,
        cell: (column) => (
          <span className="text-code text-type-other font-mono" title={column.type_text}>
            {column.type_text}
          </span>
        ),
      },
      {
        id: 'nullable',
        header: 'Null',
        width: 80,
        wide: true,
        value: (column) => column.nullable,
        cell: (column) => (column.nullable === false ? 'not null' : <span className="text-ink-faint">null</span>),
      },
      {
        id: 'comment',
        header: 'Comment',
        width: 380,
        value: (column) => column.comment,
        cell: (column) =>
          isView ? (
            column.comment
          ) : (
            <CommentEditor small text={column.comment} label={column.name ?? ''} save={(comment) => saveComment(column.name ?? '', comment)} />
          ),
      },
    ];
  }, [fullName, isView, keys, queries, run]);
  const all = table.columns ?? [];
  const wanted = text.trim().toLowerCase();
  const shown = wanted ? all.filter((column) => `${column.name} ${column.comment ?? ''}`.toLowerCase().includes(wanted)) : all;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {all.length > 8 ? (
        <div className="flex items-center gap-3 px-5 py-2.5">
          <SearchInput value={text} onChange={setText} label={`Filter ${all.length} columns`} className="w-64" />
          {wanted ? <span className="text-ink-faint">{shown.length} shown</span> : null}
        </div>
      ) : null}
      <DataTable
        name="columns"
        label={`Columns of ${fullName}`}
        columns={columns}
        items={shown}
        id={(column) => column.name ?? ''}
        empty={
          <Empty icon={KeyRound} title={wanted ? 'No column matches' : 'No columns'}>
            {wanted ? `The filter “${text}” hides all ${all.length} columns.` : 'The table has no columns yet.'}
          </Empty>
        }
      />
    </div>
  );
}

function keyColumns(table: TableInfo): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { primary_key_constraint: primary, foreign_key_constraint: foreign } of table.table_constraints ?? []) {
    primary?.child_columns?.forEach((column) => keys.set(column, `Primary key ${primary.name}`));
    foreign?.child_columns?.forEach((column) => keys.set(column, `Refers to ${foreign.parent_table}`));
  }
  return keys;
}
