import type { ColumnInfo, TableInfo } from '../../../shared/api/generated/catalog';
import { identifier, quoted } from '../../../shared/navigation/paths';

function text(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function column(info: ColumnInfo): string {
  return [
    `  ${identifier(info.name ?? '')}`,
    (info.type_text ?? '').toUpperCase(),
    info.nullable === false ? 'NOT NULL' : '',
    info.comment ? `COMMENT ${text(info.comment)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function names(list: string[] | undefined): string {
  return (list ?? []).map(identifier).join(', ');
}

function constraints(table: TableInfo): string[] {
  return (table.table_constraints ?? []).flatMap(({ primary_key_constraint: primary, foreign_key_constraint: foreign }) => {
    if (primary) {
      return [`  CONSTRAINT ${identifier(primary.name ?? '')} PRIMARY KEY (${names(primary.child_columns)})`];
    }
    if (foreign) {
      const parent = `${quoted(foreign.parent_table ?? '')} (${names(foreign.parent_columns)})`;
      return [`  CONSTRAINT ${identifier(foreign.name ?? '')} FOREIGN KEY (${names(foreign.child_columns)}) REFERENCES ${parent}`];
    }
    return [];
  });
}

/** Properties that the format keeps for itself are no part of what somebody would write. */
function isOwn(key: string): boolean {
  return !/^(delta\.(minReaderVersion|minWriterVersion|lastCommit|lastUpdate|feature\.|constraints\.)|view\.)/.test(key);
}

/** The statement that would make a table or view like this one. */
export function createStatement(table: TableInfo): string {
  const name = quoted(table.full_name ?? '');
  if (table.view_definition) {
    const comment = table.comment ? `\nCOMMENT ${text(table.comment)}` : '';
    return `CREATE VIEW ${name}${comment}\nAS ${table.view_definition.trim()}`;
  }
  const columns = [...(table.columns ?? [])].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const partitions = columns
    .filter((info) => info.partition_index !== undefined)
    .sort((a, b) => (a.partition_index ?? 0) - (b.partition_index ?? 0))
    .map((info) => identifier(info.name ?? ''));
  const properties = Object.entries(table.properties ?? {}).filter(([key]) => isOwn(key));
  return [
    `CREATE TABLE ${name} (`,
    [...columns.map(column), ...constraints(table)].join(',\n'),
    ')',
    table.data_source_format ? `USING ${table.data_source_format}` : '',
    partitions.length > 0 ? `PARTITIONED BY (${partitions.join(', ')})` : '',
    table.comment ? `COMMENT ${text(table.comment)}` : '',
    table.table_type === 'EXTERNAL' && table.storage_location ? `LOCATION ${text(table.storage_location)}` : '',
    properties.length > 0
      ? `TBLPROPERTIES (\n${properties.map(([key, value]) => `  ${text(key)} = ${text(value)}`).join(',\n')}\n)`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}
